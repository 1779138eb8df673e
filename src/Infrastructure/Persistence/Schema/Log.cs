using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Schema;

internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "Database: {Database}")]
    public static partial void Uses(ILogger logger, string database);

    [LoggerMessage(6001, LogLevel.Warning,
        "Production runs on the default SQLite file {File}, as no database is configured; set DATABASE_URL or ConnectionStrings:HangarBay to choose one")]
    public static partial void DefaultInProduction(ILogger logger, string? file);

    [LoggerMessage(6002, LogLevel.Information, "Applied migrations: {Migrations}")]
    public static partial void Migrated(ILogger logger, string migrations);

    [LoggerMessage(6003, LogLevel.Debug, "The database is up to date")]
    public static partial void UpToDate(ILogger logger);

    [LoggerMessage(6004, LogLevel.Error, "Migrating failed and will be tried again: {Why}")]
    public static partial void MigrationFailed(ILogger logger, string why, Exception? exception);

    [LoggerMessage(6005, LogLevel.Warning, "Migrations are pending; run \"db migrate\": {Migrations}")]
    public static partial void Pending(ILogger logger, string migrations);

    [LoggerMessage(6006, LogLevel.Warning, "The database has migrations of a newer version: {Migrations}")]
    public static partial void Unknown(ILogger logger, string migrations);

    [LoggerMessage(6007, LogLevel.Warning, "The database cannot be used yet: {Why}")]
    public static partial void Away(ILogger logger, string why, Exception? exception);

    [LoggerMessage(6008, LogLevel.Error, "The database cannot be queried")]
    public static partial void CheckFailed(ILogger logger, Exception exception);

    [LoggerMessage(6009, LogLevel.Warning, "A process that was migrating the database has died; its lock is cleared")]
    public static partial void ClearedLock(ILogger logger);
}
