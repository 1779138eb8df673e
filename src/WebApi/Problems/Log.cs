using HangarBay.Application.Abstractions;

namespace HangarBay.WebApi.Problems;

internal static partial class Log
{
    // The route and never the URL, because a URL may hold what a user typed.
    [LoggerMessage(4000, LogLevel.Error, "{Method} {Endpoint} failed")]
    public static partial void Failed(ILogger logger, Exception exception, string method, string? endpoint);

    [LoggerMessage(4001, LogLevel.Warning, "The database failed ({Kind}): {Reason}")]
    public static partial void DatabaseFailed(ILogger logger, Exception exception, DatabaseFaultKind kind, string reason);
}
