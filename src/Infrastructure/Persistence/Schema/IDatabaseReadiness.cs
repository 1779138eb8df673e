namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Whether the database answers and has the tables of this version.</summary>
public interface IDatabaseReadiness
{
    /// <summary>Asks the database, for a second and a half at most; never throws but on cancellation.</summary>
    Task<Readiness> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Returns once the database is ready; for workers that have nothing to do before.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
