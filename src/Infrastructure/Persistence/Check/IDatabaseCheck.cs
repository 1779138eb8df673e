namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>Checks the stored data against its invariants. It only reads, in one snapshot.</summary>
public interface IDatabaseCheck
{
    /// <summary>Returns every violated invariant; none if the database is sound. Throws the database's own exceptions.</summary>
    Task<DatabaseVerdict> CheckAsync(CancellationToken cancellationToken);
}
