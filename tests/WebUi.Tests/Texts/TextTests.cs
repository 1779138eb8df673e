using System.Text.RegularExpressions;
using System.Xml.Linq;
using HangarBay.Domain;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

/// <summary>Compares the resource files in the source with each other and with the keys that components use.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Every_area_of_the_site_has_its_file_and_every_file_its_area() => Assert.Equal(
    Words.Areas.Order(StringComparer.Ordinal),
    Directory.GetFiles(Path.Combine(Repository.WebUi, "Texts"), "*.resx").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_exists_in_every_language_in_the_forms_that_the_language_has()
    {
        var missing =
            from area in Words.Areas
            let english = Read(area, Language.En)
            from language in Enum.GetValues<Language>()
            let texts = Read(area, language)
            let wanted = english.Keys.Select(Stem).Distinct().SelectMany(stem => IsCounted(english, stem) ? PluralRule.FormsOf(language).Select(form => $"{stem}.{form}") : [stem])
            from key in wanted.Except(texts.Keys).Select(key => $"{language} lacks {key}").Concat(texts.Keys.Except(wanted).Select(key => $"{language} has {key} and nobody else"))
            select key;

        Assert.Empty(missing);
    }

    [Fact]
    public void Keys_begin_with_the_name_of_their_file() => Assert.Empty(
        Words.Areas.SelectMany(area => Read(area, Language.En).Keys.Where(key => !key.StartsWith($"{area}.", StringComparison.Ordinal))));

    [Fact]
    public void A_text_has_the_same_places_for_values_in_every_language()
    {
        var different =
            from area in Words.Areas
            let english = Read(area, Language.En)
            from language in Enum.GetValues<Language>()
            from text in Read(area, language)
                // The form for one may have "a line" where the other forms have the number.
            where !Places(text.Value).SetEquals(Places(EnglishOf(english, text.Key))) && !IsForOne(text.Key)
            select $"{language} {text.Key}: {text.Value}";

        Assert.Empty(different);
    }

    [Fact]
    public void No_text_is_empty_or_left_in_English()
    {
        var blank = Words.Areas.SelectMany(area => Enum.GetValues<Language>().SelectMany(language => Read(area, language)
            .Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{language} {text.Key}")));
        // Single words may be the same in two languages, but sentences are not.
        var untranslated = Words.Areas.SelectMany(area => Enum.GetValues<Language>().Where(language => language != Language.En).SelectMany(language =>
            Read(area, language).Where(text => text.Value.Split(' ').Length > 3 && Read(area, Language.En).GetValueOrDefault(text.Key) == text.Value)
                .Select(text => $"{language} {text.Key}")));

        Assert.Empty(blank);
        Assert.DoesNotContain(untranslated, text => !text.EndsWith("About.CcpNotice", StringComparison.Ordinal) && !text.EndsWith("Pattern", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_that_is_written_in_the_source_exists_and_every_key_is_written_somewhere()
    {
        var keys = Words.Areas.SelectMany(area => Read(area, Language.En).Keys).Select(Stem).ToHashSet();
        var written = Repository.Sources("*.razor", "*.cs").SelectMany(file => KeyInSource().Matches(File.ReadAllText(file))).ToLookup(match => match.Groups["rest"].Success, match => match.Groups["key"].Value);
        var (whole, starts) = (written[false].ToHashSet(), written[true].ToHashSet());

        Assert.NotEmpty(whole);
        Assert.Empty(whole.Except(keys));
        Assert.DoesNotContain(starts, start => !keys.Any(key => key.StartsWith(start, StringComparison.Ordinal)));
        Assert.DoesNotContain(keys.Except(whole), key => !starts.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Read(string area, Language language)
    {
        var suffix = language == Language.En ? "" : $".{language.ToString().ToLowerInvariant()}";
        var file = Path.Combine(Repository.WebUi, "Texts", $"{area}{suffix}.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)
            : [];
    }

    private static string Stem(string key) => FormOfKey().Replace(key, "");

    private static bool IsCounted(Dictionary<string, string> texts, string stem) => !texts.ContainsKey(stem);

    private static bool IsForOne(string key) => key.EndsWith($".{PluralForm.One}", StringComparison.Ordinal);

    private static string EnglishOf(Dictionary<string, string> english, string key) =>
        english.GetValueOrDefault(key) ?? english.GetValueOrDefault($"{Stem(key)}.{PluralForm.Other}") ?? "";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\.(One|Few|Many|Other)$")]
    private static partial Regex FormOfKey();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();

    [GeneratedRegex(@"""(?<key>(?:Site|Market|Contracts|Filters|Contract|Coverage|Find|About|Errors)\.[A-Za-z0-9._]*)(?:""|(?<rest>\{))")]
    private static partial Regex KeyInSource();
}
