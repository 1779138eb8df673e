using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Given;

/// <summary>A database from which the market in memory is loaded, and which it follows.</summary>
internal sealed class Database : ISnapshots
{
    private bool _isHeld;

    public Stored<MarketState> Markets { get; } = [];

    public Stored<MarketMark> Marks { get; } = [];

    public Stored<RegionCoverage> Coverages { get; } = new Stored<RegionCoverage>().Telling<TriedRegion>();

    public Stored<Contract> Contracts { get; } = new Stored<Contract>().Streaming<LiveLine>();

    public Stored<ItemType> Types { get; } = [];

    public Stored<Region> Regions { get; } = [];

    public Stored<Location> Places { get; } = [];

    public Stored<Character> Characters { get; } = [];

    public Stored<Corporation> Corporations { get; } = [];

    /// <summary>How often the database was read.</summary>
    public int Snapshots { get; private set; }

    /// <summary>Whether a reading has found its rows and has not ended yet.</summary>
    public bool IsHeld => Volatile.Read(ref _isHeld);

    /// <summary>The last step of a reading, after it has found its rows.</summary>
    public Func<Task> AfterReading { get; set; } = () => Task.CompletedTask;

    /// <summary>The market's version in the database.</summary>
    public MarketVersion Version => Markets is [var state]
        ? new(state.Version, Marks.Find(mark => mark.Version == state.Version)?.Mark, Coverages.Sum(region => region.Version + 1L), state.ChangedAt, IsSettled: false)
        : MarketVersion.None;

    public MarketLoading Loading => new(
        this, Markets.Reading, Marks.Reading, Coverages.Reading, Contracts.Reading, Types.Reading, new Stored<ItemGroup>().Reading, new Stored<ItemCategory>().Reading,
        Regions.Reading, new Stored<SolarSystem>().Reading, Places.Reading, Characters.Reading, Corporations.Reading,
        new MarketProof(Contracts.Reading));

    public async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        Snapshots++;
        var found = await read(cancellationToken);
        Volatile.Write(ref _isHeld, true);
        await AfterReading();
        Volatile.Write(ref _isHeld, false);
        return found;
    }

    /// <summary>Commits the next version, in which these rows changed or were added.</summary>
    public void Commit(params IFollowed[] changed) => Commit(changed.Length, changed);

    /// <param name="rows">The number of rows in the mark.</param>
    /// <param name="changed">The rows that changed or were added.</param>
    public void Commit(int rows, params IFollowed[] changed)
    {
        var version = (Markets is [var state] ? state.Version : 0) + 1;
        foreach (var row in changed) Stamp(row, version);
        Marks.Add(new MarketMark(version, 1_000 + version, rows, Noon));
        Markets.Clear();
        Markets.Add(MarketStates.At(version, changedAt: Noon.AddMinutes(-10)));
    }

    private void Stamp(IFollowed row, long version)
    {
        row.Stamp(version);
        switch (row)
        {
            case Contract contract:
                Keep(Contracts, contract, kept => kept.Id);
                break;
            case ItemType type:
                Keep(Types, type, kept => kept.Id);
                break;
            case Region region:
                Keep(Regions, region, kept => kept.Id);
                break;
            case Location place:
                Keep(Places, place, kept => kept.Id);
                break;
            case Character character:
                Keep(Characters, character, kept => kept.Id);
                break;
            case Corporation corporation:
                Keep(Corporations, corporation, kept => kept.Id);
                break;
            default:
                throw new ArgumentException($"Nobody keeps a {row.GetType().Name}.", nameof(row));
        }
    }

    private static void Keep<T, TId>(Stored<T> rows, T row, Func<T, TId> id)
        where T : class, IAggregateRoot
        where TId : notnull
    {
        rows.RemoveAll(kept => id(kept).Equals(id(row)));
        rows.Add(row);
    }
}
