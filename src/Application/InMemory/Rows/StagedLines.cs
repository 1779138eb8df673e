using System.Runtime.InteropServices;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>Kinds of lines whose contracts are not put yet. Each kind of a contract is stored once.</summary>
internal sealed class StagedLines
{
    private readonly Dictionary<long, (int First, int Count)> _ranges = [];
    private readonly List<int> _kinds = [];

    /// <summary>Adds a kind. The kinds of one contract must come together.</summary>
    public void Add(long contract, int kind)
    {
        var range = _ranges.GetValueOrDefault(contract, (First: _kinds.Count, Count: 0));
        if (range.First + range.Count != _kinds.Count) throw new InvalidOperationException($"The lines of contract {contract} are not together.");
        if (CollectionsMarshal.AsSpan(_kinds)[range.First..].Contains(kind)) return;
        _kinds.Add(kind);
        _ranges[contract] = (range.First, range.Count + 1);
    }

    public ReadOnlySpan<int> Of(long contract) =>
        _ranges.TryGetValue(contract, out var range) ? CollectionsMarshal.AsSpan(_kinds).Slice(range.First, range.Count) : [];

    public void Clear()
    {
        _ranges.Clear();
        _kinds.Clear();
        // After a full load the capacity is millions of entries; a change needs only a few.
        if (_kinds.Capacity <= 10_000) return;
        _ranges.TrimExcess();
        _kinds.TrimExcess();
    }
}
