namespace HangarBay.Infrastructure.Persistence;

/// <summary>The supported database engines; setting <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
