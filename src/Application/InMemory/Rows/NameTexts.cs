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
    private readonly ConcurrentDictionary<Language, Lazy<int[]>> _places = [];
    private readonly int _count;
    private readonly Func<int, Language, string?> _nameOf;
    private readonly Func<Language, int[]> _sort;
    private readonly bool _isTranslated;

    private NameTexts(int count, bool isTranslated, Func<int, Language, string?> nameOf, Func<Language, int[]> sort) =>
        (_count, _isTranslated, _nameOf, _sort) = (count, isTranslated, nameOf, sort);

    /// <summary>Names in several languages.</summary>
    public static NameTexts Of<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, LocalisedName?> name)
        where TId : notnull, IComparable<TId>
        where TRow : class =>
        new(
            rows.Count, isTranslated: true, (code, language) => rows.RowOf(code) is { } row ? name(row)?.Only(language) : null,
            language => Sort(rows, row => name(row)?.In(language)));

    /// <summary>Names that are the same in every language.</summary>
    public static NameTexts OfPlain<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, string?> name)
        where TId : notnull, IComparable<TId>
        where TRow : class =>
        new(rows.Count, isTranslated: false, (code, _) => rows.RowOf(code) is { } row ? name(row) : null, _ => Sort(rows, name));

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

    /// <summary>For each code, the place of its name among the names as they are told in the language, then by id. It is sorted when it is first needed.</summary>
    public int[] PlacesIn(Language language) =>
        _places.GetOrAdd(_isTranslated ? language : Language.En, key => new(() => _sort(key))).Value;

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

        return new InLanguage(texts.Publish());
    }

    private static int[] Sort<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, string?> name)
        where TId : notnull, IComparable<TId>
        where TRow : class
    {
        var (named, places) = (new List<(string Name, TId Id, int Code)>(rows.Count), new int[rows.Count]);
        for (var code = 0; code < rows.Count; code++)
        {
            if (rows.RowOf(code) is { } row && name(row) is { } told) named.Add((told, rows[code], code));
        }

        named.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name) is not 0 and var order ? order : one.Id.CompareTo(other.Id));
        for (var place = 0; place < named.Count; place++) places[named[place].Code] = place;
        return places;
    }

    internal sealed class InLanguage
    {
        private readonly Lazy<NameWords> _words;
        private readonly Lazy<WordBeginnings> _beginnings;
        private readonly Lazy<NearWords> _near;

        public InLanguage(SearchableTexts.PublishedTexts texts)
        {
            Texts = texts;
            _words = new(() => new NameWords(texts));
            _beginnings = new(() => new WordBeginnings(Words));
            _near = new(() => new NearWords(Words));
        }

        public SearchableTexts.PublishedTexts Texts { get; }

        /// <summary>The words of the names. They are prepared when they are first needed, as are their orders.</summary>
        public NameWords Words => _words.Value;

        /// <summary>The words by their beginnings.</summary>
        public WordBeginnings Beginnings => _beginnings.Value;

        /// <summary>The words by their spelling.</summary>
        public NearWords Near => _near.Value;
    }
}
