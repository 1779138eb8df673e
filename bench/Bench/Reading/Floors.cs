namespace HangarBay.Bench.Reading;

/// <summary>What is wanted of reading, and what was missed of it by more than the noise of its measurement.</summary>
internal sealed class Floors
{
    private readonly List<string> _missed = [];

    public IReadOnlyList<string> Missed => _missed;

    /// <param name="what">Told where it is missed.</param>
    /// <param name="measured">Of the same unit as <paramref name="wanted"/>.</param>
    /// <param name="wanted">The least.</param>
    /// <param name="noise">By how much of itself the measured value may be off.</param>
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
