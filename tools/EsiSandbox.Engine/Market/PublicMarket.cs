using System.Collections.Frozen;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The contracts of a sandbox, and the changes that a test may make to them.</summary>
public sealed class PublicMarket
{
    private const double JitterPercent = 30;

    private readonly IContractSource _source;
    private readonly IContractMaker _maker;
    private readonly Timeline _timeline;
    private readonly TimeProvider _time;
    private readonly Alterations _alterations = new();
    private readonly FrozenDictionary<int, ListGenerations> _lists;
    private readonly Lock _adding = new();

    internal PublicMarket(SandboxOptions options, IContractSource source, IContractMaker maker, Timeline timeline, TimeProvider time)
    {
        _source = source;
        _maker = maker;
        _timeline = timeline;
        _time = time;
        _lists = source.Regions.ToFrozenDictionary(region => region, region => new ListGenerations(
            Phase(options, region), options.Generation, (instant, expires) => Print(options, region, instant, expires)));
    }

    /// <summary>Ids of the regions that exist.</summary>
    public IReadOnlyList<int> Regions => _source.Regions;

    /// <summary>The contract ids on the region's list now, ascending. Empty for a region that does not exist.</summary>
    public IReadOnlyList<long> Listed(int region) => Current(region)?.Ids ?? [];

    /// <summary>
    /// The contracts on the region's list now, by ascending id, with the items and bids that their own routes answer. Tests compare a
    /// database
    /// with it. It is made while it is read. Empty for a region that does not exist.
    /// </summary>
    public IEnumerable<ContractTruth> Truth(int region) => Current(region) is { } generation ? generation.Contracts.Select(contract => new ContractTruth(
        contract, generation.Instant, ListRows.Issued(contract), ListRows.Expires(contract, generation.Instant),
        IsOpen(contract), Lines(contract), Bids(contract))) : [];

    /// <summary>
    /// The real terms of a contract, on a list or not. The dates are finer than those of the list, and a dropped contract ends when it was
    /// dropped if that came first. Null when no contract with this id was issued by now.
    /// </summary>
    public ContractTerms? Terms(long id) =>
        Find(id) is { } contract ? contract with { Ends = _alterations.GoneSince(id) is { } gone && gone < contract.Ends ? gone : contract.Ends } : null;

    /// <summary>
    /// Takes the first <paramref name="count"/> contracts off the region's list, as if they were accepted. A new generation starts at once,
    /// and their items answer 204 from now on.
    /// </summary>
    /// <returns>The ids taken.</returns>
    public IReadOnlyList<long> Drop(int region, int count) => Drop(region, [.. Listed(region).Take(count)]);

    /// <summary>Takes these contracts off the region's list; see <see cref="Drop(int, int)"/>.</summary>
    public IReadOnlyList<long> Drop(int region, IReadOnlyList<long> ids)
    {
        List(region).TurnOver(_time.GetUtcNow(), from =>
        {
            foreach (var id in ids)
                _alterations.Remove(id, from);
        });
        return ids;
    }

    /// <summary>Issues contracts of 28 days in the region; a new generation starts at once.</summary>
    /// <param name="lines">The number of item rows of each; null: type and size are drawn at random.</param>
    /// <returns>The new ids, ascending.</returns>
    public IReadOnlyList<long> Add(int region, int count, int? lines = null)
    {
        var ids = new long[count];
        lock (_adding)
        {
            List(region).TurnOver(_time.GetUtcNow(), issued =>
            {
                var id = Math.Max(_timeline.FreeIdAfter(issued), Timeline.NextFreeId(_alterations.HighestAddedId));
                for (var index = 0; index < count; index++, id = Timeline.NextFreeId(id))
                {
                    var life = new Life(ids[index] = id, issued, issued.AddDays(28), issued.AddDays(28));
                    _alterations.Add(_maker.Make(life, region, lines));
                }
            });
        }

        return ids;
    }

    /// <summary>Starts a new generation of the region's list at once.</summary>
    public void TurnOver(int region) => List(region).TurnOver(_time.GetUtcNow(), _ => { });

    /// <summary>Takes back every drop, addition and turnover.</summary>
    public void Reset()
    {
        _alterations.Clear();
        foreach (var list in _lists.Values)
            list.Reset();
    }

    /// <summary>Null for a region that does not exist.</summary>
    internal Generation? Current(int region) => _lists.TryGetValue(region, out var list) ? list.Current(_time.GetUtcNow()) : null;

    /// <summary>Null for a region that does not exist.</summary>
    internal Generation? Previous(int region) => _lists.TryGetValue(region, out var list) ? list.Previous(_time.GetUtcNow()) : null;

    /// <summary>A contract of any time; null when no contract with this id was ever issued.</summary>
    internal ContractTerms? Find(long id)
    {
        if (_alterations.Added(id) is { } added)
            return added;
        var contract = _source.Find(id);
        return contract?.Issued <= _time.GetUtcNow() ? contract : null;
    }

    /// <summary>Whether a contract can still be accepted. Items and bids are answered only for these.</summary>
    internal bool IsOpen(ContractTerms contract) => _time.GetUtcNow() < contract.Ends && !_alterations.IsGone(contract.Id);

    internal IReadOnlyList<Line> Lines(ContractTerms contract) =>
        contract.Lines ?? _source.Lines(contract);

    internal Bid[] Bids(ContractTerms contract) => Bids(contract, _time.GetUtcNow());

    internal Bid[] Bids(ContractTerms contract, DateTimeOffset at) => contract.IsAuction ? [.. _source.Bids(contract).Where(bid => bid.At <= at)] : [];

    /// <summary>The region's list at an instant; it is made anew and not remembered.</summary>
    internal Generation At(int region, DateTimeOffset instant) => _lists[region].At(instant);

    /// <summary>Player structures in which contracts are, with their regions.</summary>
    internal IEnumerable<(long Id, int Region)> Structures => _source.Structures;

    private Generation Print(SandboxOptions options, int region, DateTimeOffset instant, DateTimeOffset expires)
    {
        // Copied now, so that a reset cannot leave a page of this generation without its contracts.
        var added = _alterations.AddedTo(region).Where(c => c.Issued <= instant && instant < c.Ends).ToDictionary(c => c.Id);
        long[] ids = [.. _source.Live(region, instant).Concat(added.Keys).Where(id => !_alterations.IsGoneAt(id, instant)).Order()];
        var jitter = options.PageJitter && options.RecordedDirectory is null;
        return new(instant, expires, ids, id => added.GetValueOrDefault(id) ?? _source.Find(id)!, page =>
            jitter && page > 1 && Chance.Of(options.Seed + page, region + instant.ToUnixTimeSeconds(), Purpose.Jitter).Percent(JitterPercent));
    }

    private ListGenerations List(int region) =>
        _lists.TryGetValue(region, out var list) ? list : throw new ArgumentException($"There is no region {region}.", nameof(region));

    /// <summary>The offset of a region's turnovers, because regions do not turn over together.</summary>
    private static DateTimeOffset Phase(SandboxOptions options, int region)
    {
        var seconds = (int)options.Generation.TotalSeconds;
        return DateTimeOffset.UnixEpoch.AddSeconds(Chance.Of(options.Seed, region, Purpose.Phase).Below(seconds));
    }
}
