namespace HangarBay.Application.Abstractions;

/// <summary>Tells the database's own faults from bugs of ours.</summary>
public interface IDatabaseFaults
{
    /// <summary>Null where the exception is not the database's fault.</summary>
    DatabaseFault? Explain(Exception exception);

    /// <summary>A fault that a retry of the whole transaction may overcome: a deadlock, or a lock held too long.</summary>
    bool IsPassing(Exception exception);
}

/// <summary>What is wrong with the database, and a plain sentence that says so without naming a secret.</summary>
public sealed record DatabaseFault(DatabaseFaultKind Kind, string Message);

public enum DatabaseFaultKind
{
    /// <summary>Missing, disconnected, refusing, or too busy.</summary>
    Unavailable,

    /// <summary>It answers, but its tables are missing or of another version.</summary>
    NotMigrated,

    ReadOnly,

    Full,

    /// <summary>It answers, but this program cannot use it.</summary>
    Unsuitable,
}
