namespace HangarBay.WebApi.Hosting;

internal static partial class Log
{
    [LoggerMessage(4200, LogLevel.Warning, "Not ready: {Reason}")]
    public static partial void NotReady(ILogger logger, string reason);

    [LoggerMessage(4201, LogLevel.Information, "Ready again")]
    public static partial void Ready(ILogger logger);
}
