using HangarBay.Application.Reference;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.SeedingMarket;

/// <summary>Archives of public contracts in EVE Ref's form: a tar.bz2 of CSV files.</summary>
public interface ISeedArchives
{
    /// <param name="seed"><c>everef</c>, an http address, or a path.</param>
    /// <param name="isLive">Whether the database holds real contracts.</param>
    /// <exception cref="Domain.Market.SourceRefusedException">The archive is of another source than the database (M11).</exception>
    /// <exception cref="UnusableSourceException">The archive cannot be read, or is no archive.</exception>
    Task<ISeedArchive> OpenAsync(string seed, bool isLive, CancellationToken cancellationToken);
}

/// <summary>
/// An open archive. Rows are streamed, in memory that does not grow with the archive. Reading throws <see cref="UnusableSourceException"/>
/// where it is damaged.
/// </summary>
public interface ISeedArchive : IAsyncDisposable
{
    ImportSource Source { get; }

    IAsyncEnumerable<SourceRow<SeededContract>> ContractsAsync(CancellationToken cancellationToken);

    /// <summary>All lines of a contract together; contracts come in no order. A contract with an unreadable line is left out.</summary>
    IAsyncEnumerable<SourceRow<SeededLines>> LinesAsync(CancellationToken cancellationToken);

    /// <summary>All bids on an auction together; auctions come in no order. An auction with an unreadable bid is left out.</summary>
    IAsyncEnumerable<SourceRow<SeededBids>> BidsAsync(CancellationToken cancellationToken);
}

/// <summary>A contract and the region that listed it; <paramref name="UnknownType"/> is true where its type is unknown.</summary>
public sealed record SeededContract(ListedContract Row, RegionId RegionId, bool UnknownType);

/// <summary>Every line of a contract that the archive has.</summary>
public sealed record SeededLines(ContractId Id, IReadOnlyList<ContractLine> Lines);

/// <summary>Every bid on an auction that the archive has.</summary>
public sealed record SeededBids(ContractId Id, IReadOnlyList<AuctionBid> Bids);
