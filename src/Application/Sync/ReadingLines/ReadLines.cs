using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Sync.ReadingLines;

/// <summary>
/// Reads the lines of all contracts that wait for them (M5), many at once, and stores them in batches while further ones are
/// read. Cancelling it stores what was read so far.
/// </summary>
public sealed record ReadLines : IRequest<LinesResult>
{
    /// <summary>While it runs, more contracts may come to wait; null: what waits now is all.</summary>
    public Task? Until { get; init; }

    /// <summary>Called once, before the first contract is asked for: what was waited until then is no part of the reading's pace.</summary>
    public Func<CancellationToken, Task>? BeganAsync { get; init; }

    /// <summary>Told of every batch once it is stored.</summary>
    public Func<LinesResult, CancellationToken, Task>? StoredAsync { get; init; }
}

/// <summary>
/// <paramref name="Read"/> contracts took their lines, <paramref name="Missed"/> are asked again later or set aside,
/// <paramref name="Quarantined"/> surprises were set aside.
/// </summary>
public sealed record LinesResult(int Read, int Missed, int Quarantined)
{
    public static readonly LinesResult None = new(0, 0, 0);

    /// <summary>Of those missed, how many are asked for again only a day later.</summary>
    public int SetAside { get; init; }

    /// <summary>ESI seemed to be away: asking for the next ones at once is no use.</summary>
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

/// <summary>Contracts to read: never tried first, then the larger volume, hulls before crumbs (M5).</summary>
public sealed class LinesDue : Specification<Contract, ContractId>
{
    /// <param name="now">Judged at this instant.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="within">Of these regions only; null: of all.</param>
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
