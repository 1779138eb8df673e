using System.Diagnostics.CodeAnalysis;

namespace HangarBay.Domain;

/// <summary>A name in up to eight languages. Immutable; never empty; compared by its texts.</summary>
public sealed class LocalisedName : IEquatable<LocalisedName>
{
    /// <summary>Longer texts are cut.</summary>
    public const int MaxLength = 200;

    private static readonly int Languages = Enum.GetValues<Language>().Length;

    // Indexed by language. Tens of thousands of names are held in memory, so languages with equal texts share one string.
    private readonly string?[] _texts;

    private LocalisedName(string?[] texts) => _texts = texts;

    /// <summary>Every text known, by language.</summary>
    public IReadOnlyDictionary<Language, string> Texts => new SortedDictionary<Language, string>(Pairs.ToDictionary());

    private IEnumerable<KeyValuePair<Language, string>> Pairs =>
        _texts.Select((text, index) => KeyValuePair.Create((Language)index, text!)).Where(pair => pair.Value is not null);

    public static LocalisedName English(string text) => Of([new(Language.En, text)]);

    /// <summary>Blank texts are left out.</summary>
    /// <exception cref="DomainException">No text at all.</exception>
    public static LocalisedName Of(IEnumerable<KeyValuePair<Language, string>> texts) =>
        Restore(texts.Select(pair => KeyValuePair.Create(pair.Key, PlainText.Clean(pair.Value, MaxLength))).Where(pair => pair.Value.Length > 0));

    /// <summary>Makes a name from stored texts, which were cleaned before.</summary>
    /// <exception cref="DomainException">No text at all.</exception>
    public static LocalisedName Restore(IEnumerable<KeyValuePair<Language, string>> texts)
    {
        var kept = new string?[Languages];
        var isEmpty = true;
        foreach (var (language, text) in texts)
        {
            kept[(int)language] = Array.Find(kept, text.Equals) ?? text;
            isEmpty = false;
        }

        return isEmpty ? throw new DomainException("A name has a text in one language at least.") : new LocalisedName(kept);
    }

    /// <summary>The text in <paramref name="language"/>, else in English, else in the first language there is.</summary>
    public string In(Language language) => _texts[(int)LanguageFor(language)]!;

    /// <summary>The text in this very language; null where there is none.</summary>
    public string? Only(Language language) => _texts[(int)language];

    /// <summary>The language that <see cref="In"/> answers in.</summary>
    public Language LanguageFor(Language language)
    {
        if (_texts[(int)language] is not null) return language;
        return _texts[(int)Language.En] is not null ? Language.En : (Language)Array.FindIndex(_texts, text => text is not null);
    }

    /// <summary>This name with its texts replaced or completed by those of <paramref name="other"/>.</summary>
    public LocalisedName With(LocalisedName other) => Restore(Pairs.Concat(other.Pairs));

    public bool Equals([NotNullWhen(true)] LocalisedName? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalisedName);

    public override int GetHashCode() => _texts.Aggregate(0, HashCode.Combine);

    public override string ToString() => In(Language.En);
}
