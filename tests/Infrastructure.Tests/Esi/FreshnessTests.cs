using System.Globalization;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>
/// When an answer expires, whichever clock is wrong: never too early, and never so late that it is effectively never asked for again.
/// </summary>
public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Theirs = new(2026, 9, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(15 * 60, null, null, null, null, 15 * 60)]
    [InlineData(-5, null, null, null, null, 0)]
    [InlineData(15 * 60, 60, null, null, null, 14 * 60)]
    [InlineData(15 * 60, null, 120, null, null, 120)]
    [InlineData(null, 100, 120, null, null, 20)]
    [InlineData(null, 130, 120, null, null, 0)]
    [InlineData(null, null, null, -600, null, 20 * 60)]
    [InlineData(null, null, null, -3600, null, 5 * 60)]
    [InlineData(null, null, null, null, null, 5 * 60)]
    [InlineData(null, null, null, null, "0", 5 * 60)]
    [InlineData(null, null, null, null, "tomorrow", 5 * 60)]
    [InlineData(null, null, null, null, "Fri, 31 Dec 9999 23:59:59 GMT", 24 * 60 * 60)]
    public void An_answer_expires(int? expires, int? age, int? maxAge, int? lastModified, string? rawExpires, int seconds)
    {
        using var response = new HttpResponseMessage { Content = new StringContent("") };
        response.Headers.Date = Theirs;
        Add("Age", age);
        if (maxAge is not null) response.Headers.TryAddWithoutValidation("Cache-Control", $"public, max-age={maxAge}");
        if (expires is { } e) response.Content.Headers.Expires = Theirs.AddSeconds(e);
        if (rawExpires is not null) response.Content.Headers.TryAddWithoutValidation("Expires", rawExpires);
        if (lastModified is { } m) response.Content.Headers.LastModified = Theirs.AddSeconds(m);

        foreach (var ours in new[] { Theirs, Theirs.AddYears(-3), Theirs.AddHours(7) })
        {
            Assert.Equal(ours.AddSeconds(seconds), Freshness.ExpiresAt(response, ours, TimeSpan.FromMinutes(30)));
        }

        void Add(string name, int? value)
        {
            if (value is { } number) response.Headers.TryAddWithoutValidation(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Without_a_Date_header_the_local_clock_is_used()
    {
        using var response = new HttpResponseMessage { Content = new StringContent("") };
        response.Content.Headers.Expires = Theirs.AddMinutes(10);

        Assert.Equal(Theirs.AddMinutes(10), Freshness.ExpiresAt(response, Theirs, TimeSpan.FromMinutes(30)));
        Assert.Equal(Theirs.AddHours(1), Freshness.ExpiresAt(response, Theirs.AddHours(1), TimeSpan.FromMinutes(30)));
    }
}
