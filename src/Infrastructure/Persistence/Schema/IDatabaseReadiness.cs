namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Whether the database answers and has the tables of this version.</summary>
public interface IDatabaseReadiness
{
    /// <summary>Queries the database for at most 1.5 seconds. Throws only on cancellation.</summary>
    Task<Readiness> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Returns once the database is ready. It is for workers that can do nothing before.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
