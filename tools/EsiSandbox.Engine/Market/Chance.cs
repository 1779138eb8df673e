using System.Runtime.CompilerServices;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>
/// A stream of numbers that follows from its key alone (SplitMix64). System.Random is not used because its algorithm may change. A
/// database that was filled from a sandbox must find the same world after an upgrade.
/// </summary>
internal struct Chance
{
    private ulong _state;

    private Chance(ulong state) => _state = state;

    public static Chance Of(long seed, long key, int purpose) =>
        new(Mix((ulong)seed * 0x9E3779B97F4A7C15 + Mix((ulong)key + Mix((ulong)purpose + 0x632BE59BD9B4E019))));

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>A number from 0 to below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double from, double to) => from + (to - from) * Fraction();

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Percent(double percent) => Fraction() * 100 < percent;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
}
