namespace HangarBay.WebApi.Cli;

internal static partial class Log
{
    [LoggerMessage(3100, LogLevel.Error, "A command failed")]
    public static partial void CommandFailed(ILogger logger, Exception exception);
}
