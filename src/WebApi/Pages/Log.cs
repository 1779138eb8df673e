namespace HangarBay.WebApi.Pages;

internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Error, "The error page for status {Status} could not be made; the client got the error as JSON")]
    public static partial void ErrorPageFailed(ILogger logger, Exception exception, int status);
}
