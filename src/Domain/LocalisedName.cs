using System.Diagnostics.CodeAnalysis;

namespace HangarBay.Domain;

/// <summary>A name in up to eight languages. Immutable; never empty; compared by its texts.</summary>
public sealed class LocalisedName : IEquatable<LocalisedName>
{
    /// <summary>Longer texts are cut.</summary>
    public const int MaxLength = 200;

    private readonly SortedDictionary<Language, string> _texts;

    private LocalisedName(SortedDictionary<Language, string> texts) => _texts = texts;

    /// <summary>Every text known, by language.</summary>
    public IReadOnlyDictionary<Language, string> Texts => _texts;

    public static LocalisedName English(string text) => Of([new(Language.En, text)]);

    /// <summary>Blank texts are left out.</summary>
    /// <exception cref="DomainException">No text at all.</exception>
    public static LocalisedName Of(IEnumerable<KeyValuePair<Language, string>> texts)
    {
        var kept = new SortedDictionary<Language, string>();
        foreach (var (language, text) in texts)
        {
            if (PlainText.Clean(text, MaxLength) is { Length: > 0 } plain) kept[language] = plain;
        }

        return kept.Count > 0 ? new LocalisedName(kept) : throw new DomainException("A name has a text in one language at least.");
    }

    /// <summary>The text in <paramref name="language"/>, else in English, else in the first language there is.</summary>
    public string In(Language language) => _texts[LanguageFor(language)];

    /// <summary>The language that <see cref="In"/> answers in.</summary>
    public Language LanguageFor(Language language)
    {
        if (_texts.ContainsKey(language)) return language;
        return _texts.ContainsKey(Language.En) ? Language.En : _texts.First().Key;
    }

    /// <summary>This name with <paramref name="other"/>'s texts over its own.</summary>
    public LocalisedName With(LocalisedName other) => Of(_texts.Concat(other._texts));

    public bool Equals([NotNullWhen(true)] LocalisedName? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalisedName);

    public override int GetHashCode() =>
        _texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    public override string ToString() => In(Language.En);
}
