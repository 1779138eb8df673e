namespace HangarBay.Application.InMemory.Rows;

/// <summary>What kinds of lines are, a column each, by the kind's code.</summary>
internal sealed class KindColumns
{
    private readonly Growing<int> _types = new();
    private readonly Growing<int> _groups = new();
    private readonly Growing<int> _categories = new();
    private readonly Growing<bool> _offered = new();
    private readonly Growing<bool> _copies = new();
    private readonly Growing<int> _runs = new();
    private readonly Growing<int> _materialEfficiencies = new();
    private readonly Growing<int> _timeEfficiencies = new();

    public int Count => _types.Count;

    /// <summary>The next code's kind, with the codes of its group and category; -1 for none.</summary>
    public void Add(in LineKind kind, int group, int category)
    {
        _types.Add(kind.Type);
        _groups.Add(group);
        _categories.Add(category);
        _offered.Add(kind.IsOffered);
        _copies.Add(kind.IsCopy);
        _runs.Add(kind.Runs ?? ContractBlock.NullNumber);
        _materialEfficiencies.Add(kind.MaterialEfficiency ?? ContractBlock.NullNumber);
        _timeEfficiencies.Add(kind.TimeEfficiency ?? ContractBlock.NullNumber);
    }

    public PublishedKinds Publish() => new(
        _types.Publish(), _groups.Publish(), _categories.Publish(), _offered.Publish(), _copies.Publish(), _runs.Publish(), _materialEfficiencies.Publish(),
        _timeEfficiencies.Publish());
}

/// <summary>What the <see cref="KindColumns"/> held when they were published. -1 stands for no group or category, the lowest integer for no number.</summary>
internal sealed record PublishedKinds(
    Grown<int> Types,
    Grown<int> Groups,
    Grown<int> Categories,
    Grown<bool> Offered,
    Grown<bool> Copies,
    Grown<int> Runs,
    Grown<int> MaterialEfficiencies,
    Grown<int> TimeEfficiencies)
{
    private ulong[]? _offeredBits;

    public int Count => Types.Count;

    /// <summary>A bit a kind that is offered; not to be changed.</summary>
    public ulong[] OfferedBits => _offeredBits ??= Bits.Where(Offered);
}
