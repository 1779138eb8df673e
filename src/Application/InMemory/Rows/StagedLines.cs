using System.Runtime.InteropServices;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Kinds of lines whose contracts are not put yet. Each kind of a contract is stored once, with the sum of its lines' quantities.
/// </summary>
internal sealed class StagedLines
{
    private readonly Dictionary<long, (int First, int Count)> _ranges = [];
    private readonly List<int> _kinds = [];
    private readonly List<long> _quantities = [];

    /// <summary>Adds a kind. The kinds of one contract must come together.</summary>
    public void Add(long contract, int kind, long quantity = 1)
    {
        var range = _ranges.GetValueOrDefault(contract, (First: _kinds.Count, Count: 0));
        if (range.First + range.Count != _kinds.Count) throw new InvalidOperationException($"The lines of contract {contract} are not together.");
        var known = CollectionsMarshal.AsSpan(_kinds)[range.First..].IndexOf(kind);
        if (known >= 0)
        {
            // ESI's quantities may be absurdly large, so the sum stops at the largest long.
            ref var sum = ref CollectionsMarshal.AsSpan(_quantities)[range.First + known];
            sum += Math.Min(quantity, long.MaxValue - sum);
            return;
        }

        _kinds.Add(kind);
        _quantities.Add(quantity);
        _ranges[contract] = (range.First, range.Count + 1);
    }

    public ReadOnlySpan<int> Of(long contract) =>
        _ranges.TryGetValue(contract, out var range) ? CollectionsMarshal.AsSpan(_kinds).Slice(range.First, range.Count) : [];

    /// <summary>The quantity of each kind of <see cref="Of"/>, in the same order.</summary>
    public ReadOnlySpan<long> QuantitiesOf(long contract) =>
        _ranges.TryGetValue(contract, out var range) ? CollectionsMarshal.AsSpan(_quantities).Slice(range.First, range.Count) : [];

    public void Clear()
    {
        _ranges.Clear();
        _kinds.Clear();
        _quantities.Clear();
        // After a full load the capacity is millions of entries; a change needs only a few.
        if (_kinds.Capacity <= 10_000) return;
        _ranges.TrimExcess();
        _kinds.TrimExcess();
        _quantities.TrimExcess();
    }
}
