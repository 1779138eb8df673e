namespace HangarBay.Bench.Reading;

/// <summary>
/// Checks measurements against their goals, and collects the goals that were missed by more than the noise of the measurement.
/// </summary>
internal sealed class Floors
{
    private readonly List<string> _missed = [];

    public IReadOnlyList<string> Missed => _missed;

    /// <param name="what">The name of the goal, shown when it is missed.</param>
    /// <param name="measured">The measured value, in the unit of <paramref name="wanted"/>.</param>
    /// <param name="wanted">The goal.</param>
    /// <param name="noise">The possible error of the measured value, as a fraction of it.</param>
    public void AtLeast(string what, double measured, double wanted, double noise)
    {
        if (measured * (1 + noise) < wanted) _missed.Add(FormattableString.Invariant($"{what} ({measured:0.##}, wanted {wanted:0.##})"));
    }

    /// <inheritdoc cref="AtLeast"/>
    public void Below(string what, double measured, double wanted, double noise)
    {
        if (measured * (1 - noise) >= wanted) _missed.Add(FormattableString.Invariant($"{what} ({measured:0.##}, wanted below {wanted:0.##})"));
    }
}
