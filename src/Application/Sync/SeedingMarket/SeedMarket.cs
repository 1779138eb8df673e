using MediatR;

namespace HangarBay.Application.Sync.SeedingMarket;

/// <summary>
/// Fills a database without contracts from an archive of public contracts, where <c>Market:Seed</c> names one. Reading the lines of all New
/// Eden from ESI takes an hour, and an archive has most of them. The data are as old as the archive and give no region coverage. The first
/// sweep of a region closes what has ended since, and adds what is new. Where there is nothing to do, the request costs one read of a row.
/// It is sent once the source is claimed, before the first sweep.
/// </summary>
/// <exception cref="Domain.Market.SourceRefusedException">The archive is of another source than the database (M11).</exception>
public sealed record SeedMarket : IRequest<SeedResult>
{
    /// <summary>Receives the progress; null where nobody needs it.</summary>
    public IProgress<SyncProgress>? Progress { get; init; }
}

/// <summary>How seeding ended.</summary>
public abstract record SeedResult
{
    private SeedResult()
    {
    }

    /// <summary>Seeding is not configured, was done before, or comes too late because the database holds contracts of its own.</summary>
    public sealed record NotNeeded : SeedResult;

    /// <summary>
    /// <paramref name="Contracts"/> were taken, <paramref name="WithLines"/> of them with their lines. <paramref name="SetAside"/> rows of
    /// the archive could not be kept (M9). The other contracts' lines are read from ESI as usual (M5).
    /// </summary>
    public sealed record Seeded(int Contracts, int WithLines, int SetAside) : SeedResult;

    /// <summary>The archive cannot be read, or is damaged. The market starts from ESI, with what was taken until then.</summary>
    public sealed record Failed(string Reason) : SeedResult;
}
