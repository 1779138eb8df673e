using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// Reads a text that is no name in parts: a thing, a place, and words of players for copies, originals and fitted ships. Example:
/// <c>rokh bpc jita</c>.
/// </summary>
internal sealed class TextParts(IReadOnlyList<NameSource> sources, Language language)
{
    /// <summary>Texts with more words are not read in parts, because every division of the words is tried.</summary>
    private const int MostWords = 6;

    private static readonly NameKinds[] Things = [NameKinds.Types, NameKinds.Groups, NameKinds.Categories];
    private static readonly NameKinds[] Places = [NameKinds.Systems, NameKinds.Regions, NameKinds.Stations];

    private static readonly Dictionary<string, BlueprintKind> Blueprints = new(StringComparer.Ordinal)
    {
        ["bpc"] = BlueprintKind.Copy,
        ["bpcs"] = BlueprintKind.Copy,
        ["copy"] = BlueprintKind.Copy,
        ["copies"] = BlueprintKind.Copy,
        ["bpo"] = BlueprintKind.Original,
        ["bpos"] = BlueprintKind.Original,
        ["original"] = BlueprintKind.Original,
    };

    private readonly Dictionary<(string Text, bool IsPlace), FoundName?> _found = [];
    private BlueprintKind? _blueprint;
    private bool _isFitted;

    /// <summary>Null where the text is of one word or of too many, or where some words are of no part.</summary>
    /// <param name="normal">The text in the form that is compared.</param>
    public UnderstoodText? Read(string normal)
    {
        var words = normal.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostWords || normal.Contains('"')) return null;
        var names = words.Where(IsName).ToArray();
        if (names.Length == 0) return null;

        // All words name the thing, or those in front of the place do, or those behind it; as many words as possible.
        for (var ofThing = names.Length; ofThing > 0; ofThing--)
        {
            if (Divide(names[..ofThing], names[ofThing..]) is { } inFront) return inFront;
            if (Divide(names[^ofThing..], names[..^ofThing]) is { } behind) return behind;
        }

        return null;
    }

    private bool IsName(string word)
    {
        if (word is "fitted" or "fit") _isFitted = true;
        else if (Blueprints.TryGetValue(word, out var kind)) _blueprint = kind;
        else return true;
        return false;
    }

    private UnderstoodText? Divide(string[] ofThing, string[] ofPlace)
    {
        if (Find(ofThing, isPlace: false) is not { } thing) return null;
        var place = ofPlace.Length == 0 ? null : Find(ofPlace, isPlace: true);
        return ofPlace.Length > 0 && place is null ? null : new UnderstoodText(thing, place, _blueprint, _isFitted);
    }

    private FoundName? Find(string[] words, bool isPlace)
    {
        var text = string.Join(' ', words);
        if (_found.TryGetValue((text, isPlace), out var known)) return known;
        var names = (isPlace ? Places : Things).SelectMany(kinds => sources.Where(source => source.Kinds == kinds)).SelectMany(source => Best(source, words, text))
            .Where(name => isPlace || IsMeant(name)).ToList();
        return _found[(text, isPlace)] = names.Find(name => SearchText.Normalise(name.Name) == text) ?? names.FirstOrDefault();
    }

    /// <summary>Whether the thing is a blueprint or a ship where one is asked for.</summary>
    private bool IsMeant(FoundName thing) =>
        (_blueprint is null || thing.CategoryId == CategoryId.Blueprint.Value) && (!_isFitted || thing.CategoryId == CategoryId.Ship.Value);

    private IReadOnlyList<FoundName> Best(NameSource source, string[] words, string text)
    {
        var best = new BestNames(FindNames.Most);
        foreach (var names in source.Texts.In(language)) best.Take(source, new NameSearch(names, text, words), distance: 0);
        return best.Tell();
    }
}
