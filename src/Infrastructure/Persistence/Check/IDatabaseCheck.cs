namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>Holds what is stored against what must always be true of it. Reads only, all of it as of one instant.</summary>
public interface IDatabaseCheck
{
    /// <summary>Every invariant that is violated; none where the database is sound. Throws the database's own faults.</summary>
    Task<DatabaseVerdict> CheckAsync(CancellationToken cancellationToken);
}
