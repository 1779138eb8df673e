using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>Encodes a <see cref="Segment"/> as a small number, which rows are counted by.</summary>
internal static class SegmentCode
{
    /// <summary>Every code is below this number.</summary>
    public const int Count = 64;

    private const int Ships = 4;

    public static byte Of(ContractType type, bool isShip, LinesState state) => (byte)(((int)type << 3) | (isShip ? Ships : 0) | (int)state);

    public static Segment Read(int code) => new((ContractType)(code >> 3), (code & Ships) != 0, (LinesState)(code & 3));

    /// <summary>The result of <paramref name="of"/> for each segment, by code.</summary>
    public static bool[] Map(Func<Segment, bool> of)
    {
        var said = new bool[Count];
        for (var code = 0; code < Count; code++) said[code] = of(Read(code));
        return said;
    }
}
