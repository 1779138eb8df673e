using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>The names of one kind in one state of the market, for a reader's language. Names are told by the code of their row.</summary>
internal sealed record NameSource(NameKinds Kinds, NameKind Kind, NameTexts Texts, Language Language)
{
    private int[]? _places;

    /// <summary>How many live contracts each thing has, by code.</summary>
    public required int[] Live { get; init; }

    /// <summary>For each code, the place of the name among all of them, in the order of names and then ids.</summary>
    public int[] Places => _places ??= Texts.PlacesIn(Language);

    public required Func<int, long> IdOf { get; init; }

    /// <summary>Only for codes whose name was found.</summary>
    public required Func<int, string> NameOf { get; init; }

    public Func<int, string?> AroundOf { get; init; } = _ => null;

    public Func<int, int?> CategoryOf { get; init; } = _ => null;

    /// <summary>Whether the name is also told where it has no live contracts.</summary>
    public Func<int, bool> IsToldWithoutContracts { get; init; } = _ => true;

    public FoundName Tell(int code) => new(Kind, IdOf(code), NameOf(code), AroundOf(code), CategoryOf(code), Live[code]);
}
