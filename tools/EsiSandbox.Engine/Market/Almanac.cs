using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>
/// A cache of when and in which region each contract is live, computed for blocks of successive numbers. It computes again the blocks that
/// it has dropped. Without it, every region's list would go through a month of the contracts of all regions.
/// </summary>
internal sealed class Almanac(Timeline timeline, Func<long, int> regionOf)
{
    private const int NumbersPerBlock = 4096;

    /// <summary>Blocks kept beyond those in use, because lists of different regions do not turn over together.</summary>
    private const int Spare = 8;

    private readonly ConcurrentDictionary<long, Lazy<FrozenDictionary<int, Life[]>>> _blocks = new();

    /// <summary>The contracts of a region that are live at an instant, by ascending id.</summary>
    public IEnumerable<Life> LiveAt(int region, DateTimeOffset instant)
    {
        var (first, last) = timeline.NumbersAt(instant);
        var (from, upto) = (first / NumbersPerBlock, last / NumbersPerBlock);
        for (var block = from; block <= upto; block++)
        {
            var lives = _blocks.GetOrAdd(block, static (key, self) => new(() => self.Block(key)), this).Value;
            foreach (var life in lives.GetValueOrDefault(region, []))
            {
                if (life.IsLiveAt(instant))
                    yield return life;
            }
        }

        if (_blocks.Count > upto - from + Spare)
            Forget(from, upto);
    }

    private FrozenDictionary<int, Life[]> Block(long block) => Enumerable.Range(0, NumbersPerBlock)
        .Select(index => timeline.Of(block * NumbersPerBlock + index))
        .GroupBy(life => regionOf(life.Id))
        .ToFrozenDictionary(region => region.Key, region => region.ToArray());

    private void Forget(long from, long upto)
    {
        foreach (var block in _blocks.Keys.Where(block => block < from - 1 || block > upto + 1))
            _blocks.TryRemove(block, out _);
    }
}
