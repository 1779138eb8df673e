namespace HangarBay.Application.Abstractions;

/// <summary>How long the database may work on each query of this scope. Without a limit a query may run long.</summary>
public interface IReadingLimit
{
    /// <summary>
    /// Sets the limit for all later queries of the scope. On both engines the database itself stops a query after this time, or as soon as
    /// it is cancelled. From now on the scope can only read.
    /// </summary>
    void Set(TimeSpan limit);
}
