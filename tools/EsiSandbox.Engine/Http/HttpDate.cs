using System.Globalization;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Instants as headers print them. Thousands of answers a second share a handful of instants, so the latest are kept.</summary>
internal static class HttpDate
{
    // Prime, so that an instant, the same an hour later and the same half an hour later fall into different places.
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
