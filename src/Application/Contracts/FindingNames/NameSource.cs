using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>The names of one kind in one state of the market, in the reader's language. Names are told by the code of their row.</summary>
internal sealed record NameSource(NameKinds Kinds, NameKind Kind, NameTexts Texts)
{
    public required Func<int, long> IdOf { get; init; }

    /// <summary>Only for codes whose name was found.</summary>
    public required Func<int, string> NameOf { get; init; }

    /// <summary>How many live contracts the thing has.</summary>
    public required Func<int, int> LiveOf { get; init; }

    public Func<int, string?> AroundOf { get; init; } = _ => null;

    public Func<int, int?> CategoryOf { get; init; } = _ => null;

    /// <summary>Whether the name is also told where it has no live contracts.</summary>
    public Func<int, bool> IsToldWithoutContracts { get; init; } = _ => true;

    public FoundName Tell(int code) => new(Kind, IdOf(code), NameOf(code), AroundOf(code), CategoryOf(code), LiveOf(code));
}
