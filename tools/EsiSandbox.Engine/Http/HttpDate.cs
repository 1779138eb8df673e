using System.Globalization;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Formats instants for headers. Thousands of answers a second share a few instants, so the latest texts are cached.</summary>
internal static class HttpDate
{
    // A prime, so that an instant and the instants half an hour and an hour later have different places.
    private const int Places = 61;

    private static readonly Printed?[] Latest = new Printed?[Places];

    public static string Of(DateTimeOffset instant)
    {
        var second = instant.ToUnixTimeSeconds();
        var place = (int)((ulong)second % Places);
        if (Volatile.Read(ref Latest[place]) is { } printed && printed.Second == second)
            return printed.Text;
        var text = instant.ToString("R", CultureInfo.InvariantCulture);
        Volatile.Write(ref Latest[place], new(second, text));
        return text;
    }

    private sealed record Printed(long Second, string Text);
}
