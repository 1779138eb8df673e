using System.Collections.Concurrent;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>What was done to the market on demand, laid over the world that follows from its options.</summary>
internal sealed class Alterations
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> _gone = new();
    private readonly ConcurrentDictionary<long, (Contract Contract, int? Lines)> _added = new();

    public void Remove(long id, DateTimeOffset from) => _gone.TryAdd(id, from);

    public void Add(Contract contract, int? lines) => _added[contract.Id] = (contract, lines);

    public IEnumerable<Contract> AddedTo(int region) => _added.Values.Where(a => a.Contract.RegionId == region).Select(a => a.Contract);

    /// <summary>Null when no contract of this id was added.</summary>
    public (Contract Contract, int? Lines)? Added(long id) => _added.TryGetValue(id, out var added) ? added : null;

    public bool IsGone(long id) => _gone.ContainsKey(id);

    public bool IsGoneAt(long id, DateTimeOffset instant) => _gone.TryGetValue(id, out var from) && from <= instant;

    public long HighestAddedId => _added.IsEmpty ? 0 : _added.Keys.Max();

    public void Clear()
    {
        _gone.Clear();
        _added.Clear();
    }
}
