using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using HangarBay.Domain;

namespace HangarBay.WebUi.Texts;

/// <summary>
/// Everything that pages say, in one language. A key is the resource file's name, a point and the text's own:
/// <c>Contracts.Clear</c> stands in <c>Contracts.resx</c>. A text that counts has a key for each form of its language:
/// <c>Contracts.Found.One</c>, <c>Contracts.Found.Other</c>.
/// </summary>
public sealed class Words
{
    /// <summary>The resource files, one for each part of the site.</summary>
    public static readonly IReadOnlyList<string> Areas = ["Site", "Market", "Contracts", "Filters", "Contract", "Coverage", "Find", "About", "Errors"];

    private static readonly ConcurrentDictionary<Language, Words> ByLanguage = [];

    private readonly FrozenDictionary<string, string> _texts;
    private readonly Tongue _tongue;

    private Words(Language language)
    {
        _tongue = Tongue.Of(language);
        _texts = Areas.SelectMany(area => Read(area, _tongue.Culture)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The text as it stands.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text, which a test rules out.</exception>
    public string this[string key] => _texts[key];

    /// <summary>Null: there is no such text.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    public static Words In(Language language) => ByLanguage.GetOrAdd(language, static language => new Words(language));

    /// <summary>The text with values in its places, numbers as the language writes them.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) => string.Format(_tongue.Culture, this[key], values);

    /// <summary>The text in the form that <paramref name="number"/> needs; the number is its first value.</summary>
    public string Count(string key, int number, params ReadOnlySpan<object?> more) =>
        Format($"{key}.{PluralRule.Of(_tongue.Language, number)}", [number.ToString("N0", _tongue.Culture), .. more]);

    private static IEnumerable<KeyValuePair<string, string>> Read(string area, CultureInfo culture) =>
        new ResourceManager($"HangarBay.WebUi.Texts.{area}", typeof(Words).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!));
}
