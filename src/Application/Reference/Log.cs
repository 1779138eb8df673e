using HangarBay.Domain.Reference;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Reference;

internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Information, "Imported {Kind} of {Origin}: {Rows} rows, {Written} of them new or changed, {SetAside} set aside")]
    public static partial void Imported(ILogger logger, ImportKind kind, string origin, int rows, int written, int setAside);

    [LoggerMessage(2101, LogLevel.Information, "{Rederived} contracts were derived again from the current catalogue")]
    public static partial void Rederived(ILogger logger, int rederived);
}
