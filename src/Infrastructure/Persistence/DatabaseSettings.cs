namespace HangarBay.Infrastructure.Persistence;

/// <summary>
/// Which database this process uses, resolved once from configuration. <see cref="ConnectionString"/> may hold a
/// password: it is never logged.
/// </summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, bool MigrateOnStartup)
{
    /// <summary>Without the connection string, so that no log line or exception tells it by accident.</summary>
    public override string ToString() => $"{Provider}";
}
