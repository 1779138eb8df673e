namespace HangarBay.WebApi.Tests.Day;

/// <summary>An event at a time of the market's day: a fault begins or ends.</summary>
/// <param name="At">The time since the day began.</param>
internal sealed record Happening(TimeSpan At, Func<MarketDay, Task> Do)
{
    public static Happening After(double hours, Action<MarketDay> what) => new(TimeSpan.FromHours(hours), day =>
    {
        what(day);
        return Task.CompletedTask;
    });
}
