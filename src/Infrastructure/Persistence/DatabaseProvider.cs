namespace HangarBay.Infrastructure.Persistence;

/// <summary>The engines there are; setting <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
