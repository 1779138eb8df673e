namespace HangarBay.WebApi.Workers;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "The sync does not run: {Reason}")]
    public static partial void SyncRefused(ILogger logger, string reason);

    [LoggerMessage(3001, LogLevel.Warning, "The sync waits: {Reason}")]
    public static partial void RoundDelayed(ILogger logger, string reason);

    [LoggerMessage(3002, LogLevel.Error, "A round of the sync failed")]
    public static partial void RoundFailed(ILogger logger, Exception exception);
}
