using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A position as text (B9): the query it belongs to, the position, and a checksum, in Base64 for URLs. The checksum finds cursors that were
/// cut or altered. It is no signature, because a forged cursor only reads public rows from another position.
/// </summary>
internal static class WalkCursor
{
    private const byte Version = 1;
    private const int HashBytes = 8;
    private const int HeadBytes = 1 + HashBytes + sizeof(int) + sizeof(long) + 1;
    private const string NoCursor = "A cursor must be the next_cursor of an earlier answer.";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private enum Form : byte
    {
        Nothing,
        Whole,
        Double,
        Text,
    }

    public static string Write(BrowseContracts query, WalkPosition position)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, StrictUtf8);
        writer.Write(Version);
        writer.Write(HashOf(query));
        writer.Write(position.Page);
        writer.Write(position.Id.Value);
        switch (position.Kept)
        {
            case null:
                writer.Write((byte)Form.Nothing);
                break;
            case long whole:
                writer.Write((byte)Form.Whole);
                writer.Write(whole);
                break;
            case double number:
                writer.Write((byte)Form.Double);
                writer.Write(number);
                break;
            case string text:
                writer.Write((byte)Form.Text);
                writer.Write(StrictUtf8.GetBytes(text));
                break;
            default:
                throw new ArgumentException($"A cursor keeps no {position.Kept.GetType().Name}.", nameof(position));
        }

        writer.Write(Hash(bytes.ToArray()));
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads a cursor that has no flaw.</summary>
    public static WalkPosition Read(string text, BrowseContracts query) =>
        FindFlaw(text, query) is { } flaw ? throw new InvalidOperationException(flaw) : Decode(text)!.Value.Position;

    /// <summary>Why the cursor cannot be used, as a sentence; null where it can. Without a query only its form is judged.</summary>
    public static string? FindFlaw(string text, BrowseContracts? query)
    {
        if (Decode(text) is not (var hash, var position)) return NoCursor;
        if (query is null) return null;
        if (!hash.AsSpan().SequenceEqual(HashOf(query))) return "This cursor belongs to a query with other filters, or another sort.";
        return SortKey.Of(query.SortBy).CouldKeep(position.Kept) ? null : NoCursor;
    }

    private static (byte[] Query, WalkPosition Position)? Decode(string text)
    {
        if (text.Length > BrowseContracts.MaxCursorLength || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        // One position has one text: no padding, no spaces, no stray bits.
        if (bytes.Length < HeadBytes + HashBytes || bytes[0] != Version || Base64Url.EncodeToString(bytes) != text) return null;
        var (body, checksum) = (bytes[..^HashBytes], bytes[^HashBytes..]);
        if (!checksum.AsSpan().SequenceEqual(Hash(body))) return null;

        var page = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(1 + HashBytes));
        var id = BinaryPrimitives.ReadInt64LittleEndian(body.AsSpan(1 + HashBytes + sizeof(int)));
        return page < 2 || !TryReadKept((Form)body[HeadBytes - 1], body[HeadBytes..], out var kept)
            ? null
            : (body[1..(1 + HashBytes)], new WalkPosition(page, kept, new ContractId(id)));
    }

    private static bool TryReadKept(Form form, byte[] bytes, out object? kept)
    {
        kept = form switch
        {
            Form.Whole when bytes.Length == sizeof(long) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            Form.Double when bytes.Length == sizeof(double) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            Form.Text when Encoding.UTF8.GetString(bytes) is var text && StrictUtf8.GetByteCount(text) == bytes.Length => text,
            _ => null,
        };
        return kept is not null || (form == Form.Nothing && bytes.Length == 0);
    }

    /// <summary>
    /// A hash of everything that decides the rows and their order. The page size is not part of it. The language is part of it only where
    /// names are searched.
    /// </summary>
    private static byte[] HashOf(BrowseContracts query)
    {
        var filters = query.Given.Where(given => given.Filter is not SearchFilter).SelectMany(given => given.Write()).Select(parameter => $"{parameter.Name}={parameter.Value}");
        var search = query.Search is { } text ? $"{query.Lang} {SearchText.Normalise(text)}" : null;
        // The searched form has no line breaks, so they separate the parts without doubt.
        return Hash(Encoding.UTF8.GetBytes(string.Join('\n', [search, $"{query.SortBy} {query.SortDirection}", .. filters])));
    }

    private static byte[] Hash(byte[] bytes) => SHA256.HashData(bytes)[..HashBytes];
}
