namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>Counts the violations of an invariant and keeps the first few as examples.</summary>
internal sealed class Offenders(string invariant)
{
    private const int MaxExamples = 10;

    private readonly List<string> _examples = [];
    private int _count;

    public void Add(string offender)
    {
        if (_count++ < MaxExamples) _examples.Add(offender);
    }

    /// <summary>The violation; null if nothing violates the invariant.</summary>
    public Violation? Conclude() => _count == 0 ? null : new Violation(invariant, _count, _examples);
}
