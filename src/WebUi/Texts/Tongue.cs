using System.Collections.Frozen;
using System.Globalization;
using HangarBay.Domain;

namespace HangarBay.WebUi.Texts;

/// <summary>A language as pages need it: its tag for markup, its own name for itself, and how it writes numbers and dates.</summary>
public sealed class Tongue
{
    private static readonly FrozenDictionary<Language, Tongue> ByLanguage = new[]
    {
        new Tongue(Language.En, "en", "en_GB", "English"),
        new Tongue(Language.De, "de", "de_DE", "Deutsch"),
        new Tongue(Language.Fr, "fr", "fr_FR", "Français"),
        new Tongue(Language.Ja, "ja", "ja_JP", "日本語"),
        new Tongue(Language.Ru, "ru", "ru_RU", "Русский"),
        new Tongue(Language.Zh, "zh-Hans", "zh_CN", "中文"),
        new Tongue(Language.Ko, "ko", "ko_KR", "한국어"),
        new Tongue(Language.Es, "es", "es_ES", "Español"),
    }.ToFrozenDictionary(tongue => tongue.Language);

    private Tongue(Language language, string tag, string territory, string name)
    {
        (Language, Tag, Territory, Name) = (language, tag, territory, name);
        Culture = CultureInfo.GetCultureInfo(tag);
    }

    /// <summary>All languages, in the domain's order.</summary>
    public static IReadOnlyList<Tongue> All { get; } = [.. Enum.GetValues<Language>().Select(Of)];

    public Language Language { get; }

    /// <summary>The language's tag (BCP 47).</summary>
    public string Tag { get; }

    /// <summary>OpenGraph's name of the language, with the country where most of its readers live.</summary>
    public string Territory { get; }

    /// <summary>The language's name in the language itself.</summary>
    public string Name { get; }

    public CultureInfo Culture { get; }

    public static Tongue Of(Language language) => ByLanguage[language];
}
