using System.Security.Cryptography;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>An id for every answer in ESI's format: a random prefix for the process and a number that counts up.</summary>
internal static class RequestIds
{
    private static readonly ulong Start = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private static long _last;

    public static string Next()
    {
        var number = (ulong)Interlocked.Increment(ref _last);
        return string.Create(36, (Start, number), static (text, id) =>
        {
            Hexadecimal(text[..8], id.Start >> 32);
            text[8] = '-';
            Hexadecimal(text[9..13], id.Start >> 16);
            text[13] = '-';
            Hexadecimal(text[14..18], id.Start);
            text[18] = '-';
            Hexadecimal(text[19..23], id.number >> 48);
            text[23] = '-';
            Hexadecimal(text[24..], id.number);
        });
    }

    private static void Hexadecimal(Span<char> text, ulong value)
    {
        for (var at = text.Length - 1; at >= 0; at--, value >>= 4)
            text[at] = "0123456789abcdef"[(int)(value & 15)];
    }
}
