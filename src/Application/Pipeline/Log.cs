using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Pipeline;

internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "{Request} handled in {Milliseconds} ms")]
    public static partial void Handled(ILogger logger, string request, double milliseconds);
}
