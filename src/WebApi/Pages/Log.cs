namespace HangarBay.WebApi.Pages;

internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Error, "The page that tells of a {Status} could not be made; it was told as JSON")]
    public static partial void ErrorPageFailed(ILogger logger, Exception exception, int status);
}
