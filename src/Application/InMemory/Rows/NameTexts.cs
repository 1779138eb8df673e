using System.Collections.Concurrent;
using HangarBay.Domain;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The names of one kind of thing in the form that is compared (B16), by code. A language is prepared when it is first searched. A name
/// that is the same in English is kept in English only, because English is always searched too.
/// </summary>
internal sealed class NameTexts
{
    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private readonly ConcurrentDictionary<Language, Lazy<InLanguage>> _byLanguage = [];
    private readonly int _count;
    private readonly Func<int, Language, string?> _nameOf;
    private readonly bool _isTranslated;

    private NameTexts(int count, bool isTranslated, Func<int, Language, string?> nameOf) =>
        (_count, _isTranslated, _nameOf) = (count, isTranslated, nameOf);

    /// <summary>Names in several languages.</summary>
    public static NameTexts Of<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, LocalisedName?> name)
        where TId : notnull
        where TRow : class =>
        new(rows.Count, isTranslated: true, (code, language) => rows.RowOf(code) is { } row ? name(row)?.Only(language) : null);

    /// <summary>Names that are the same in every language.</summary>
    public static NameTexts OfPlain<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, string?> name)
        where TId : notnull
        where TRow : class =>
        new(rows.Count, isTranslated: false, (code, _) => rows.RowOf(code) is { } row ? name(row) : null);

    /// <summary>Visits each name in English and then in the language that contains every term; so a code may be visited twice.</summary>
    public void Visit(IReadOnlyList<string> terms, Language language, SearchableTexts.FoundText visit)
    {
        foreach (var names in In(language)) names.Texts.Visit(terms, visit);
    }

    /// <summary>The same in all languages.</summary>
    public void VisitAnyLanguage(IReadOnlyList<string> terms, SearchableTexts.FoundText visit)
    {
        foreach (var language in _isTranslated ? Languages : [Language.En]) Read(language).Texts.Visit(terms, visit);
    }

    /// <summary>The names in English, and those that differ in the language.</summary>
    public IEnumerable<InLanguage> In(Language language)
    {
        yield return Read(Language.En);
        if (_isTranslated && language != Language.En) yield return Read(language);
    }

    private InLanguage Read(Language language) => _byLanguage.GetOrAdd(language, key => new(() => Make(key))).Value;

    private InLanguage Make(Language language)
    {
        var texts = new SearchableTexts();
        for (var code = 0; code < _count; code++)
        {
            var name = _nameOf(code, language);
            var isEnglish = name is null || (language != Language.En && name == _nameOf(code, Language.En));
            texts.Add(isEnglish ? null : SearchText.Normalise(name!));
        }

        var published = texts.Publish();
        return new InLanguage(published);
    }

    internal sealed class InLanguage(SearchableTexts.PublishedTexts texts)
    {
        private readonly Lazy<NameWords> _words = new(() => new NameWords(texts));

        public SearchableTexts.PublishedTexts Texts => texts;

        /// <summary>The words of the names, prepared when they are first needed.</summary>
        public NameWords Words => _words.Value;
    }
}
