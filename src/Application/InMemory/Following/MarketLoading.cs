using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Following;

/// <summary>The market in memory, and the state of it that readers see.</summary>
/// <param name="Memory">Only loads change it, one after another.</param>
/// <param name="Market">Never changes.</param>
internal sealed record HeldMarket(MarketMemory Memory, LiveMarket Market)
{
    /// <summary>The contract id up to which the market was compared with the database.</summary>
    public long ProvenUpTo { get; init; }

    /// <summary>The differences that the last comparison with the database found; the whole market was then read again.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];
}

/// <summary>
/// Reads the market into memory, in one snapshot: the changes since the state that is held, or everything if the changes cannot be
/// followed (decision 20).
/// </summary>
internal sealed class MarketLoading(
    ISnapshots snapshots,
    IReadRepository<MarketState> states,
    IReadRepository<MarketMark> marks,
    IReadRepository<RegionCoverage> coverages,
    IReadRepository<Contract> contracts,
    IReadRepository<ItemType> types,
    IReadRepository<ItemGroup> groups,
    IReadRepository<ItemCategory> categories,
    IReadRepository<Region> regions,
    IReadRepository<SolarSystem> systems,
    IReadRepository<Location> places,
    IReadRepository<Character> characters,
    IReadRepository<Corporation> corporations,
    MarketProof proof)
{
    private const int PeopleAtOnce = 2_000;

    /// <summary>Up to this many changed rows are always followed, even if few rows are held.</summary>
    private const int AlwaysFollowed = 5_000;

    /// <param name="held">The state that is held; null if there is none yet. The caller must not use its memory again, even if this fails.</param>
    /// <param name="isToProve">Whether to compare the next slice of the market with the database as well.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<HeldMarket> CatchUpAsync(HeldMarket? held, bool isToProve, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async token =>
        {
            var state = (await states.ListAsync(new TheMarket(), token)).SingleOrDefault();
            var tried = await coverages.ListAsync(new TriedRegions(), token);
            var since = held?.Market.Version.Contracts ?? 0;
            var newer = state is null ? [] : await marks.ListAsync(new MarksSince(Math.Min(since, state.Version)), token);
            var version = state is null
                ? MarketVersion.None
                : new MarketVersion(
                    state.Version, newer.SingleOrDefault(mark => mark.Version == state.Version)?.Mark, tried.Sum(region => region.Version + 1L), state.ChangedAt,
                    state.IsSettled);

            LiveMarket Publish(MarketMemory memory) => memory.Publish(version, state?.SourceKind, tried);
            var memory = held is not null && CanFollow(held, version, newer) ? held.Memory : null;
            if (memory is null) await LoadAsync(memory = new MarketMemory(), token);
            else if (version.Contracts > since) await FollowAsync(memory, since, token);
            var now = new HeldMarket(memory, Publish(memory)) { ProvenUpTo = held?.ProvenUpTo ?? 0 };
            if (!isToProve) return now;

            var slice = await proof.ProveAsync(memory, now.ProvenUpTo, token);
            if (slice.Differences.Count > 0)
            {
                await LoadAsync(memory = new MarketMemory(), token);
                now = new HeldMarket(memory, Publish(memory)) { Differences = slice.Differences };
            }

            return now with { ProvenUpTo = slice.UpTo };
        },
        cancellationToken);

    /// <summary>
    /// Whether the changes since the held state can be followed. They cannot if the database has another history, for example after a
    /// backup was restored, or if so much changed that reading everything is cheaper. A state without a market is never followed: rows
    /// that are stored before there is a market are stamped with 0, so no version shows them.
    /// </summary>
    private static bool CanFollow(HeldMarket held, MarketVersion now, IReadOnlyList<MarketMark> newer)
    {
        var (memory, had) = (held.Memory, held.Market.Version);
        var isSameHistory = newer.Any(mark => mark.Version == had.Contracts && mark.Mark == had.Mark) && now.Contracts >= had.Contracts;
        var changed = newer.Where(mark => mark.Version > had.Contracts).Sum(mark => (long)mark.Rows);
        return isSameHistory && changed <= Math.Max(AlwaysFollowed, memory.Count / 3) && memory.Puts <= 100_000 + (4L * memory.Count);
    }

    private async Task LoadAsync(MarketMemory memory, CancellationToken cancellationToken)
    {
        await NameAsync(memory, since: -1, cancellationToken);
        await foreach (var line in contracts.StreamAsync(new EveryOpenLine(), cancellationToken)) memory.Stage(line);
        await foreach (var contract in contracts.StreamAsync(new EveryOpenContract(), cancellationToken)) memory.Put(contract);
        await NamePeopleAsync(memory, 0, 0, cancellationToken);
    }

    private async Task FollowAsync(MarketMemory memory, long since, CancellationToken cancellationToken)
    {
        var (people, companies) = (memory.Characters.Count, memory.Corporations.Count);
        await NameAsync(memory, since, cancellationToken);
        await NameAsync(characters, since, memory.Name, cancellationToken);
        await NameAsync(corporations, since, memory.Name, cancellationToken);
        await foreach (var line in contracts.StreamAsync(new LinesChangedSince(since), cancellationToken)) memory.Stage(line);
        await foreach (var contract in contracts.StreamAsync(new ContractsChangedSince(since), cancellationToken))
        {
            if (contract.ClosedAt is null) memory.Put(contract);
            else memory.Remove(contract.Id);
        }

        await NamePeopleAsync(memory, people, companies, cancellationToken);
    }

    private async Task NameAsync(MarketMemory memory, long since, CancellationToken cancellationToken)
    {
        await NameAsync(categories, since, memory.Name, cancellationToken);
        await NameAsync(groups, since, memory.Name, cancellationToken);
        await NameAsync(types, since, memory.Name, cancellationToken);
        await NameAsync(regions, since, memory.Name, cancellationToken);
        await NameAsync(systems, since, memory.Name, cancellationToken);
        await NameAsync(places, since, memory.Name, cancellationToken);
    }

    private static async Task NameAsync<T>(IReadRepository<T> rows, long since, Action<T> name, CancellationToken cancellationToken)
        where T : class, IAggregateRoot, IFollowed
    {
        await foreach (var row in rows.StreamAsync(new RowsChangedSince<T>(since), cancellationToken)) name(row);
    }

    /// <summary>Reads the people and corporations that contracts mention for the first time, as their rows may be old.</summary>
    private async Task NamePeopleAsync(MarketMemory memory, int people, int companies, CancellationToken cancellationToken)
    {
        foreach (var ids in memory.Characters.WithoutRow(people).Chunk(PeopleAtOnce))
        {
            foreach (var character in await characters.ListAsync(new CharactersOfIds(ids), cancellationToken)) memory.Name(character);
        }

        foreach (var ids in memory.Corporations.WithoutRow(companies).Chunk(PeopleAtOnce))
        {
            foreach (var corporation in await corporations.ListAsync(new CorporationsOfIds(ids), cancellationToken)) memory.Name(corporation);
        }
    }
}
