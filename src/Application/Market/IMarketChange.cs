using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Market;

/// <summary>
/// The possible changes of the market within one <see cref="IMarketWriter.ChangeAsync{T}"/>. Each verb writes the rows and everything that
/// is derived from them. It stamps the rows of which something visible changed.
/// </summary>
/// <exception cref="InvalidOperationException">
/// By every verb that writes contracts: no source was claimed yet (M11). <c>RetryLinesAsync</c> returns 0 then.
/// </exception>
public interface IMarketChange
{
    /// <summary>
    /// The instant of this change, to the millisecond. It is later than the last change, whose clock may have been a little ahead.
    /// </summary>
    Task<DateTimeOffset> InstantAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores contracts that the region's list names. New ones are inserted, known ones take the row's terms, and closed ones become live
    /// again and keep their lines (M3). Of rows with the same id the last one counts.
    /// </summary>
    /// <param name="region">The region.</param>
    /// <param name="rows">Rows of its list.</param>
    /// <param name="seenAt">When the new ones were seen; null where each may be as old as its date of issue (B14).</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <exception cref="Domain.DomainException">A row has a flaw.</exception>
    Task ListAsync(RegionId region, IReadOnlyCollection<ListedContract> rows, DateTimeOffset? seenAt, CancellationToken cancellationToken);

    /// <summary>Closes the contracts that the list of <paramref name="generation"/> no longer names (M8). Returns how many were open.</summary>
    Task<int> CloseAsync(IReadOnlyCollection<ContractId> contracts, DateTimeOffset generation, CancellationToken cancellationToken);

    /// <summary>
    /// Passes each of the contracts that is still open and pending to <paramref name="give"/>. That gives the contract its lines
    /// (<see cref="Contract.TakeLines"/>), records that they were missed (<see cref="Contract.MissLines"/>), postpones the next attempt
    /// (<see cref="Contract.PostponeLines"/>), or does nothing. Only what those verbs need of a contract is loaded.
    /// </summary>
    Task GiveLinesAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> give, CancellationToken cancellationToken);

    /// <summary>
    /// Returns what the catalogue knows of the types, and the default entry where it knows nothing. A type without a row gets one without a
    /// name, so that lines are stored before their types are known.
    /// </summary>
    Task<Func<TypeId, CatalogueEntry>> MeetTypesAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken);

    /// <summary>
    /// Passes each of the contracts that is still an open auction, with its known bids, to <paramref name="take"/>. That takes bids
    /// (<see cref="Contract.TakeBids"/>) or records that they were missed (<see cref="Contract.MissBids"/>).
    /// </summary>
    Task TakeBidsAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> take, CancellationToken cancellationToken);

    /// <summary>
    /// Makes lines of open contracts that were set aside pending again, for at most <paramref name="attempts"/> attempts. It does so for
    /// <paramref name="contracts"/>, or for all where none is named. Returns how many there were.
    /// </summary>
    Task<int> RetryLinesAsync(IReadOnlyCollection<ContractId> contracts, int attempts, CancellationToken cancellationToken);

    /// <summary>Derives every contract again, open or closed, that offers one of the types. Returns how many changed.</summary>
    Task<int> RederiveAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken);

    /// <summary>
    /// Stores reference data: types with their search names, groups, categories, places, people, and whatever else is imported. Rows that
    /// are stored already with equal values are not written. Returns how many were written.
    /// </summary>
    Task<int> NameAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Removes at most <paramref name="limit"/> contracts that were closed before the instant, with their lines and bids (M8). A contract
    /// is kept for now where a process that follows the market may not have seen its closing yet. Returns how many were removed.
    /// </summary>
    Task<int> PruneAsync(DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken);
}
