using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Market;

/// <summary>
/// What can happen to the market, within one <see cref="IMarketWriter.ChangeAsync{T}"/>. Each verb writes the rows, what is derived from
/// them and what is kept of them, and stamps those of which something visible differs now.
/// </summary>
/// <exception cref="InvalidOperationException">By every verb that writes contracts: no source was claimed yet (M11).</exception>
public interface IMarketChange
{
    /// <summary>
    /// The region's list names these contracts: new ones are inserted, known ones take the row's terms, closed ones are live
    /// again and keep their lines (M3). Of rows with the same id the last one counts.
    /// </summary>
    /// <exception cref="Domain.DomainException">A row has a flaw.</exception>
    Task ListAsync(RegionId region, IReadOnlyCollection<ListedContract> rows, CancellationToken cancellationToken);

    /// <summary>The list of <paramref name="generation"/> no longer names these contracts (M8). Returns how many were open.</summary>
    Task<int> CloseAsync(IReadOnlyCollection<ContractId> contracts, DateTimeOffset generation, CancellationToken cancellationToken);

    /// <summary>
    /// Hands each of the contracts that is still open and pending to <paramref name="give"/>. It gives the contract its lines
    /// (<see cref="Contract.TakeLines"/>), notes that they were missed (<see cref="Contract.MissLines"/>), puts the next attempt off
    /// (<see cref="Contract.PostponeLines"/>), or does nothing. Only what those verbs need of a contract is loaded.
    /// </summary>
    Task GiveLinesAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> give, CancellationToken cancellationToken);

    /// <summary>
    /// What the catalogue says of the types; the default entry where it says nothing. A type that has no row yet gets one without a
    /// name, so that lines are stored before their types are known.
    /// </summary>
    Task<Func<TypeId, CatalogueEntry>> MeetTypesAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken);

    /// <summary>
    /// Hands each of the contracts that is still an open auction, with the bids that are known, to <paramref name="take"/>, which
    /// takes bids (<see cref="Contract.TakeBids"/>) or notes that they were missed (<see cref="Contract.MissBids"/>).
    /// </summary>
    Task TakeBidsAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> take, CancellationToken cancellationToken);

    /// <summary>
    /// Lines of open contracts that were set aside are pending again, for at most <paramref name="attempts"/> attempts: those of
    /// <paramref name="contracts"/>, or all where none is named. Returns how many.
    /// </summary>
    Task<int> RetryLinesAsync(IReadOnlyCollection<ContractId> contracts, int attempts, CancellationToken cancellationToken);

    /// <summary>Derives anew every contract, open or closed, that offers one of the types. Returns how many differ now.</summary>
    Task<int> RederiveAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps reference data: types with their search names, groups, categories, places, people, and whatever else is imported.
    /// Rows that are there already in the same words are not written. Returns how many were written.
    /// </summary>
    Task<int> NameAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Removes at most <paramref name="limit"/> contracts that were closed before the instant, with their lines and bids (M8).
    /// Those whose closing a process that follows the market may not have seen yet are left for later. Returns how many went.
    /// </summary>
    Task<int> PruneAsync(DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken);
}
