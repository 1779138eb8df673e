using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>Where a page ended, as the application tells it: version, query, next page, id, key, checksum.</summary>
internal sealed class BareCursor
{
    private const int Parts = 19;
    private const int HashBytes = 8;
    private const int Length = 1 + HashBytes + sizeof(int) + sizeof(long) + 1 + sizeof(long) + HashBytes;
    private const byte Version = 1;
    private const byte Whole = 1;

    private readonly byte[] _query;

    /// <param name="sort">The words that end the query's text: segment, category, group, copies, ships, and the sort.</param>
    /// <param name="filters">The query's other filters, by their place in that text.</param>
    public BareCursor(string sort, params (int Place, string Text)[] filters)
    {
        var parts = new string[Parts];
        foreach (var (place, text) in filters) parts[place] = text;
        parts[^1] = sort;
        _query = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..HashBytes];
    }

    public string Of(int nextPage, long id, long key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        bytes[0] = Version;
        _query.CopyTo(bytes[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], nextPage);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[13..], id);
        bytes[21] = Whole;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[22..], key);
        SHA256.HashData(bytes[..^HashBytes], hash);
        hash[..HashBytes].CopyTo(bytes[^HashBytes..]);
        return Base64Url.EncodeToString(bytes);
    }
}
