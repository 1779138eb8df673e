using System.Text;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The order of ships' names (B8): by their UTF-8 bytes, as in both database engines. Places are even numbers, so that a name which no ship
/// has any more still gets an odd place between two of them.
/// </summary>
internal sealed class ShipOrder
{
    private readonly byte[][] _sorted;
    private readonly int[] _placeByCode;

    public ShipOrder(Codes<string> names)
    {
        var bytes = names.Map(Encoding.UTF8.GetBytes);
        var codes = Enumerable.Range(0, bytes.Length).ToArray();
        Array.Sort(codes, (one, other) => bytes[one].AsSpan().SequenceCompareTo(bytes[other]));
        _sorted = [.. codes.Select(code => bytes[code])];
        _placeByCode = new int[codes.Length];
        for (var place = 0; place < codes.Length; place++) _placeByCode[codes[place]] = place * 2;
    }

    public int PlaceOf(int code) => _placeByCode[code];

    public int PlaceOf(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = bytes.AsSpan().SequenceCompareTo(_sorted[middle]);
            if (order == 0) return middle * 2;
            if (order < 0) high = middle;
            else low = middle + 1;
        }

        return (low * 2) - 1;
    }
}
