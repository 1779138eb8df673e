using System.Collections.Concurrent;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The changes to the market on demand. They apply on top of the world that follows from the options.</summary>
internal sealed class Alterations
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> _gone = new();
    private readonly ConcurrentDictionary<long, ContractTerms> _added = new();

    public void Remove(long id, DateTimeOffset from) => _gone.TryAdd(id, from);

    public void Add(ContractTerms contract) => _added[contract.Id] = contract;

    public IEnumerable<ContractTerms> AddedTo(int region) => _added.Values.Where(contract => contract.RegionId == region);

    /// <summary>An added contract; null when no contract with this id was added.</summary>
    public ContractTerms? Added(long id) => _added.GetValueOrDefault(id);

    /// <summary>Since when a contract is off its list; null when it was not taken off.</summary>
    public DateTimeOffset? GoneSince(long id) => _gone.TryGetValue(id, out var from) ? from : null;

    public bool IsGone(long id) => _gone.ContainsKey(id);

    public bool IsGoneAt(long id, DateTimeOffset instant) => _gone.TryGetValue(id, out var from) && from <= instant;

    public long HighestAddedId => _added.IsEmpty ? 0 : _added.Keys.Max();

    public void Clear()
    {
        _gone.Clear();
        _added.Clear();
    }
}
