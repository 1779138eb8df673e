using MediatR;

namespace HangarBay.Application.Sync.SeedingMarket;

/// <summary>
/// Starts a database that holds no contract from an archive of public contracts, where <c>Market:Seed</c> names one: reading
/// the lines of all New Eden from ESI takes an hour, an archive has most of them. What it tells is as old as the archive and
/// gives no region coverage: the first sweep of a region closes what has ended since, and adds what is new. Costs one look
/// at a row where there is nothing to do. To be sent once the source is claimed, before the first sweep.
/// </summary>
/// <exception cref="Domain.Market.SourceRefusedException">The archive is of another source than the database (M11).</exception>
public sealed record SeedMarket : IRequest<SeedResult>
{
    /// <summary>Null where nobody watches.</summary>
    public IProgress<SyncProgress>? Progress { get; init; }
}

/// <summary>How seeding ended.</summary>
public abstract record SeedResult
{
    private SeedResult()
    {
    }

    /// <summary>Not asked for, done before, or too late: the database holds contracts of its own.</summary>
    public sealed record NotNeeded : SeedResult;

    /// <summary>
    /// <paramref name="Contracts"/> were taken, <paramref name="WithLines"/> of them with their lines; of the archive's rows
    /// <paramref name="SetAside"/> could not be kept (M9). The other contracts' lines are read from ESI as usual (M5).
    /// </summary>
    public sealed record Seeded(int Contracts, int WithLines, int SetAside) : SeedResult;

    /// <summary>The archive is not to be had, or damaged: the market starts from ESI alone, with what was taken until then.</summary>
    public sealed record Failed(string Reason) : SeedResult;
}
