using System.Buffers.Binary;
using System.Globalization;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Entity tags of ESI's length: 56 hexadecimal digits.</summary>
internal static class EntityTag
{
    public static string Strong(ReadOnlySpan<byte> body)
    {
        // Hashes eight bytes at a time: that is cheap and tells bodies apart. It need not resist attacks, because this is a sandbox.
        var hash = (ulong)body.Length;
        for (; body.Length >= sizeof(ulong); body = body[sizeof(ulong)..])
            hash = Chance.Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(body));
        foreach (var octet in body)
            hash = Chance.Mix(hash ^ octet);
        return $"\"{Digits(hash)}\"";
    }

    /// <summary>One tag for all static data of a day, for any path and status. ESI has the same trap.</summary>
    public static string Daily(DateTimeOffset day) => $"W/\"{Digits((ulong)day.ToUnixTimeSeconds())}\"";

    /// <summary>Compares as If-None-Match does: the header is a star or a list of tags, and weak and strong tags count as equal.</summary>
    public static bool Matches(string ifNoneMatch, string? tag)
    {
        if (tag is null)
            return false;
        foreach (var candidate in ifNoneMatch.Split(',', StringSplitOptions.TrimEntries))
        {
            if (candidate == "*" || Opaque(candidate) == Opaque(tag))
                return true;
        }

        return false;
    }

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static string Digits(ulong hash) => string.Create(CultureInfo.InvariantCulture,
        $"{hash:x16}{Chance.Mix(hash):x16}{Chance.Mix(hash + 1):x16}{Chance.Mix(hash + 2) >> 32:x8}");
}
