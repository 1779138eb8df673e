using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information,
        "Swept region {Region}: {New} new, {Closed} closed, {Changed} changed, {Unchanged} unchanged, {Quarantined} quarantined")]
    public static partial void Swept(ILogger logger, RegionId region, int @new, int closed, int changed, int unchanged, int quarantined);

    [LoggerMessage(2001, LogLevel.Warning, "Region {Region} keeps its old state: {Reason}")]
    public static partial void KeptOldState(ILogger logger, RegionId region, string reason);

    [LoggerMessage(2002, LogLevel.Information, "Read the lines of {Read} contracts; {Missed} could not be read")]
    public static partial void LinesRead(ILogger logger, int read, int missed);

    [LoggerMessage(2003, LogLevel.Warning, "The lines of contract {Contract} cannot be used: {Reason}")]
    public static partial void LinesUnusable(ILogger logger, ContractId contract, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "ESI is not available: {Reason}")]
    public static partial void EsiUnavailable(ILogger logger, string reason);

    [LoggerMessage(2010, LogLevel.Information,
        "Started from {Origin}: {Contracts} contracts, {WithLines} of them with their lines, {SetAside} rows set aside")]
    public static partial void Seeded(ILogger logger, string origin, int contracts, int withLines, int setAside);

    [LoggerMessage(2011, LogLevel.Warning, "The market starts from ESI alone: {Reason}")]
    public static partial void NotSeeded(ILogger logger, string reason);

    [LoggerMessage(2015, LogLevel.Error, "Seeding failed unexpectedly; the market starts from ESI alone")]
    public static partial void SeedBroke(ILogger logger, Exception exception);

    [LoggerMessage(2005, LogLevel.Information, "This database holds contracts of \"{Source}\"")]
    public static partial void Source(ILogger logger, string source);

    [LoggerMessage(2006, LogLevel.Warning, "The lines of contract {Contract} are set aside after {Attempts} failed attempts")]
    public static partial void LinesSetAside(ILogger logger, ContractId contract, int attempts);

    [LoggerMessage(2007, LogLevel.Warning, "The bids on auction {Contract} cannot be used: {Reason}")]
    public static partial void BidsUnusable(ILogger logger, ContractId contract, string reason);

    [LoggerMessage(2012, LogLevel.Warning, "The job {Job} waits: {Reason}")]
    public static partial void JobFailed(ILogger logger, JobName job, string reason);

    [LoggerMessage(2013, LogLevel.Error, "The job {Job} failed unexpectedly and is tried again later")]
    public static partial void JobBroke(ILogger logger, Exception exception, JobName job);

    [LoggerMessage(2014, LogLevel.Error, "The sweep of region {Region} failed unexpectedly")]
    public static partial void SweepBroke(ILogger logger, Exception exception, RegionId region);

    [LoggerMessage(2008, LogLevel.Warning, "The sweeper's state cannot be written; the sync continues without it: {Reason}")]
    public static partial void CannotTell(ILogger logger, string reason);
}
