namespace HangarBay.WebApi.Tests.Day;

/// <summary>Something that goes wrong, or right again, at a time of the market's day.</summary>
/// <param name="At">Since the day began.</param>
internal sealed record Happening(TimeSpan At, Func<MarketDay, Task> Do)
{
    public static Happening After(double hours, Action<MarketDay> what) => new(TimeSpan.FromHours(hours), day =>
    {
        what(day);
        return Task.CompletedTask;
    });
}
