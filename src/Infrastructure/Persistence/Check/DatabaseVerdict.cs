namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>The result of a check. <paramref name="Checked"/> is the number of invariants that were checked.</summary>
public sealed record DatabaseVerdict(int Checked, IReadOnlyList<Violation> Violations)
{
    public bool IsSound => Violations.Count == 0;
}

/// <summary>
/// An invariant that does not hold. <paramref name="Invariant"/> says what should be true. <paramref name="Examples"/> are the first few of
/// the <paramref name="Count"/> violations, such as <c>contract 123</c>.
/// </summary>
public sealed record Violation(string Invariant, int Count, IReadOnlyList<string> Examples);
