using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Market;

internal static partial class Log
{
    [LoggerMessage(2009, LogLevel.Information, "The market counts as busy until it is changed again: {Reason}")]
    public static partial void NotSettled(ILogger logger, string reason);
}
