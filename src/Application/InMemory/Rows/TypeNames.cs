using System.Collections.Concurrent;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The types' names in the form that is searched (B3). A language is prepared at its first search.</summary>
internal sealed class TypeNames(KnownRows<TypeId, ItemType> types)
{
    private readonly ConcurrentDictionary<Language, Lazy<SearchableTexts.PublishedTexts>> _byLanguage = [];

    /// <summary>The types whose name in the language, or in English, contains every term.</summary>
    public HashSet<TypeId> Holding(IReadOnlyList<string> terms, Language language)
    {
        var found = new HashSet<TypeId>();
        Add(found, Language.En, terms);
        if (language != Language.En) Add(found, language, terms);
        return found;
    }

    private void Add(HashSet<TypeId> found, Language language, IReadOnlyList<string> terms)
    {
        var holding = _byLanguage.GetOrAdd(language, key => new(() => Read(key))).Value.Holding(terms);
        for (var code = 0; code < holding.Length; code++)
        {
            if (holding[code]) found.Add(types[code]);
        }
    }

    private SearchableTexts.PublishedTexts Read(Language language)
    {
        var texts = new SearchableTexts();
        for (var code = 0; code < types.Count; code++)
            texts.Add(types.RowOf(code)?.Name?.Only(language) is { } name ? SearchText.Normalise(name) : null);
        return texts.Publish();
    }
}
