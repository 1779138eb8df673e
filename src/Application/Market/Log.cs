using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Market;

internal static partial class Log
{
    [LoggerMessage(2009, LogLevel.Information, "The market stays marked as busy until the next change: {Reason}")]
    public static partial void NotSettled(ILogger logger, string reason);
}
