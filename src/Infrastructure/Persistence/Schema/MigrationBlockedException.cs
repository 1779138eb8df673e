using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Migrating could not begin, as another process did not finish it in time.</summary>
internal sealed class MigrationBlockedException(DatabaseFault fault) : DatabaseFaultException(fault)
{
    public static MigrationBlockedException TookTooLong() =>
        new(new(DatabaseFaultKind.Unavailable, "Another process is migrating the database and has not finished within a minute."));
}
