using System.Collections.Concurrent;
using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>Jumps by the stargates of a catalogue.</summary>
internal sealed class Roads(Catalogue catalogue)
{
    /// <summary>A pilot may leave Zarzakh for hours only by the gate of entry, so no way leads through it.</summary>
    private const int Zarzakh = 30100000;

    private readonly ILookup<int, int> _neighbours = catalogue.Stargates.ToLookup(gate => gate.SystemId, gate => gate.DestinationSystemId);
    private readonly ConcurrentDictionary<int, FrozenDictionary<int, int>> _from = new();

    /// <summary>The fewest jumps from a system to each that can be reached, itself included.</summary>
    public FrozenDictionary<int, int> JumpsFrom(int system) => _from.GetOrAdd(system, static (start, self) => self.Count(start, _ => true), this);

    /// <summary>The same, through no systems but those that <paramref name="admits"/> accepts.</summary>
    public FrozenDictionary<int, int> Count(int start, Predicate<int> admits)
    {
        var jumps = new Dictionary<int, int> { [start] = 0 };
        var next = new Queue<int>([start]);
        while (next.TryDequeue(out var system))
        {
            if (system == Zarzakh && system != start)
                continue;
            foreach (var neighbour in _neighbours[system])
            {
                if (admits(neighbour) && jumps.TryAdd(neighbour, jumps[system] + 1))
                    next.Enqueue(neighbour);
            }
        }

        return jumps.ToFrozenDictionary();
    }
}
