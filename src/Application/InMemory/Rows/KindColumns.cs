namespace HangarBay.Application.InMemory.Rows;

/// <summary>The properties of the kinds of lines: one column for each property, indexed by the kind's code.</summary>
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

    /// <summary>Adds the kind of the next code, with the codes of its group and category; -1 for none.</summary>
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

    /// <summary>Changes the group and the category of a kind; readers keep what was published.</summary>
    public void Classify(int kind, int group, int category) => (_groups[kind], _categories[kind]) = (group, category);

    public PublishedKinds Publish() => new(
        _types.Publish(), _groups.Publish(), _categories.Publish(), _offered.Publish(), _copies.Publish(), _runs.Publish(), _materialEfficiencies.Publish(),
        _timeEfficiencies.Publish());
}

/// <summary>
/// The contents of the <see cref="KindColumns"/> when they were published. -1 means no group or category; the lowest integer means no number.
/// </summary>
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
    private ulong[]? _requestedBits;

    public int Count => Types.Count;

    /// <summary>One bit for each kind, set if the kind is offered. Callers must not change the array.</summary>
    public ulong[] OfferedBits => _offeredBits ??= Bits.Where(Offered);

    /// <summary>One bit for each kind, set if the kind is requested. Callers must not change the array.</summary>
    public ulong[] RequestedBits => _requestedBits ??= Bits.Without(OfferedBits, Count);
}
