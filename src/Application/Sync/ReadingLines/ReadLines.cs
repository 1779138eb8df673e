using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Sync.ReadingLines;

/// <summary>
/// Reads the lines of all contracts that wait for them (M5), many at once, and stores them in batches while others are read. A cancellation
/// stores what was read so far.
/// </summary>
public sealed record ReadLines : IRequest<LinesResult>
{
    /// <summary>Until this task ends, more contracts may start to wait; null means that all of them wait already.</summary>
    public Task? Until { get; init; }

    /// <summary>Called once, before the first request, so that the time waited until then does not count in the rate of reading.</summary>
    public Func<CancellationToken, Task>? BeganAsync { get; init; }

    /// <summary>Called with the result of every batch once it is stored.</summary>
    public Func<LinesResult, CancellationToken, Task>? StoredAsync { get; init; }
}

/// <summary>
/// <paramref name="Read"/> contracts took their lines. Those of <paramref name="Missed"/> contracts are requested again later or set aside.
/// <paramref name="Quarantined"/> pieces of unexpected data were set aside.
/// </summary>
public sealed record LinesResult(int Read, int Missed, int Quarantined)
{
    public static readonly LinesResult None = new(0, 0, 0);

    /// <summary>How many of those missed are requested again only a day later.</summary>
    public int SetAside { get; init; }

    /// <summary>ESI seemed to be unavailable, so requests for the next contracts would fail too.</summary>
    public bool GaveUp { get; init; }

    public LinesResult Plus(LinesResult other) =>
        new(Read + other.Read, Missed + other.Missed, Quarantined + other.Quarantined) { SetAside = SetAside + other.SetAside, GaveUp = GaveUp || other.GaveUp };
}

/// <summary>Live contracts whose lines were set aside and are due for one more attempt.</summary>
public sealed class SetAsideDue : Specification<Contract, ContractId>
{
    public SetAsideDue(DateTimeOffset now, int take)
    {
        Query
            .Where(Contract.IsLiveAt(now))
            .Where(contract => contract.LinesState == LinesState.SetAside && contract.LinesNextAttemptAt <= now)
            .OrderBy(contract => contract.LinesNextAttemptAt)
            .ThenBy(contract => contract.Id)
            .Take(take);
        Query.Select(contract => contract.Id);
    }
}

/// <summary>Contracts to read: fewest attempts first, then the larger volume, so that ships come before small items (M5).</summary>
public sealed class LinesDue : Specification<Contract, ContractId>
{
    /// <param name="now">The instant to judge at.</param>
    /// <param name="take">How many contracts at most.</param>
    /// <param name="within">Only contracts of these regions; null means of all.</param>
    public LinesDue(DateTimeOffset now, int take, IReadOnlyCollection<RegionId>? within = null)
    {
        if (within is not null) Query.Where(contract => within.Contains(contract.RegionId));
        Query
            .Where(Contract.IsLiveAt(now))
            .Where(contract => contract.LinesState == LinesState.Pending)
            .Where(contract => contract.LinesNextAttemptAt == null || contract.LinesNextAttemptAt <= now)
            .OrderBy(contract => contract.LinesAttempts)
            .ThenNullsLast(contract => contract.Volume, descending: true)
            .ThenBy(contract => contract.Id)
            .Take(take);
        Query.Select(contract => contract.Id);
    }
}
