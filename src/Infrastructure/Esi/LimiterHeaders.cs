using System.Globalization;

namespace HangarBay.Infrastructure.Esi;

/// <summary>An answer's headers of ESI's two limiters: the error window, and the token bucket of its group.</summary>
internal sealed class LimiterHeaders(HttpResponseMessage response)
{
    // In seconds. A pause longer than a day is taken as an error and cut to a day.
    private const int LongestPause = 24 * 60 * 60;

    private static readonly TimeSpan Unstated = TimeSpan.FromSeconds(60);

    public int? ErrorsRemaining => Number("X-Esi-Error-Limit-Remain");

    public TimeSpan ErrorsReset => Number("X-Esi-Error-Limit-Reset") is { } seconds ? Seconds(seconds) : Unstated;

    public string? Group => Text("X-Ratelimit-Group");

    public int? TokensRemaining => Number("X-Ratelimit-Remaining");

    /// <summary>The bucket from a text such as <c>150/15m</c>; null if the header is missing or cannot be read.</summary>
    public (int Tokens, TimeSpan Window)? Bucket
    {
        get
        {
            if (Text("X-Ratelimit-Limit")?.Split('/') is not [var count, [.. var amount, var unit]]) return null;
            if (!TryParse(count, out var tokens) || tokens == 0 || !TryParse(amount, out var length)) return null;
            return unit switch
            {
                's' => (tokens, Seconds(length)),
                'm' => (tokens, Seconds(length * 60L)),
                'h' => (tokens, Seconds(length * 3600L)),
                _ => null,
            };
        }
    }

    /// <summary>
    /// The pause from the header, which holds seconds or a date. A date is compared with the answer's own date, or with
    /// <paramref name="now"/> if the answer has none. At least one second; 60 seconds if the header is missing.
    /// </summary>
    public TimeSpan RetryAfter(DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Seconds(Math.Max(1, delta.TotalSeconds)),
        { Date: { } date } => Seconds(Math.Max(1, (date - (response.Headers.Date ?? now)).TotalSeconds)),
        _ => Unstated,
    };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestPause));

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private string? Text(string name) => response.Headers.TryGetValues(name, out var values) ? values.First().Trim() : null;

    private int? Number(string name) => Text(name) is { } text && TryParse(text, out var number) ? number : null;
}
