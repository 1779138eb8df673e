namespace HangarBay.WebApi.Workers;

internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "The sync does not run: {Reason}")]
    public static partial void SyncRefused(ILogger logger, string reason);

    [LoggerMessage(3001, LogLevel.Warning, "The sync waits: {Reason}")]
    public static partial void RoundDelayed(ILogger logger, string reason);

    [LoggerMessage(3002, LogLevel.Error, "A round of the sync failed")]
    public static partial void RoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(3003, LogLevel.Information, "Another process sweeps ({Holder}); this process only serves, and sweeps once the other process ends")]
    public static partial void OnlyServes(ILogger logger, string holder);

    [LoggerMessage(3004, LogLevel.Information, "This process sweeps")]
    public static partial void Sweeps(ILogger logger);

    [LoggerMessage(3006, LogLevel.Warning, "The market in memory cannot follow the database: {Reason}")]
    public static partial void CannotFollow(ILogger logger, string reason);

    [LoggerMessage(3007, LogLevel.Error, "Updating the market in memory failed")]
    public static partial void FollowingFailed(ILogger logger, Exception exception);

    [LoggerMessage(3008, LogLevel.Error, "The market in memory differs from the database: {Difference}")]
    public static partial void Differed(ILogger logger, string difference);

    [LoggerMessage(3009, LogLevel.Error, "The market in memory was read again, because {Contracts} contracts differed from the database")]
    public static partial void ReadAnew(ILogger logger, int contracts);

    [LoggerMessage(3005, LogLevel.Warning, "{Reason}")]
    public static partial void LostTheLock(ILogger logger, string reason);
}
