using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Esi;

internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Warning, "Requests to ESI pause for {Scope} ({Why}) until {Until:u}")]
    public static partial void Paused(ILogger logger, string scope, string why, DateTimeOffset? until);

    [LoggerMessage(7001, LogLevel.Warning, "ESI's error budget is down to {Remaining} until {Until:u}; until then only lists are read")]
    public static partial void ErrorBudgetLow(ILogger logger, int remaining, DateTimeOffset? until);

    [LoggerMessage(7002, LogLevel.Information, "{Route}: {Reason} Trying again in {Delay}")]
    public static partial void Retrying(ILogger logger, string route, string reason, TimeSpan delay);

    [LoggerMessage(7003, LogLevel.Warning,
        "This machine's clock is {Minutes} minutes {Way} ESI's; contracts expire by the machine's clock, so correct it, preferably with NTP")]
    public static partial void ClocksDiffer(ILogger logger, long minutes, string way);
}
