using System.Globalization;
using HangarBay.Application.Sync;

namespace HangarBay.WebApi.Cli;

/// <summary>Describes the process that sweeps, for the operator of this instance.</summary>
internal static class Holder
{
    /// <summary>Says why this process may not sweep.</summary>
    public static string Refuse(SweeperHolder? holder) => holder is null
        ? "Another process sweeps this database; its name is not known yet."
        : $"Another process sweeps this database: {Describe(holder)}.";

    /// <summary><c>web-1, process 4711, since 2026-11-22 20:00:00 EVE time</c></summary>
    public static string Describe(SweeperHolder holder)
    {
        var silence = holder.IsActive ? "" : $", last seen at {Instant(holder.SeenAt)}";
        return $"{Machine(holder)}, process {ProcessId(holder)}, since {Instant(holder.Since)} EVE time{silence}";
    }

    public static string Machine(SweeperHolder holder) => Split(holder)[0];

    public static string ProcessId(SweeperHolder holder) => Split(holder)[1];

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string[] Split(SweeperHolder holder)
    {
        var colon = holder.Name.LastIndexOf(':');
        return colon < 0 ? [holder.Name, "unknown"] : [holder.Name[..colon], holder.Name[(colon + 1)..]];
    }
}
