using System.IO.Compression;
using System.Text.Json;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Bench.Naming;

/// <summary>
/// Types with names in eight languages. The English names are recorded ones where <c>HANGARBAY_RECORDED_DATA</c> names their folder;
/// otherwise they are made up. The other languages translate every word by a word of letters of their own. Chinese and Japanese have no
/// spaces between words.
/// </summary>
internal static class NamedTypes
{
    public const int Count = 26_000;

    private const string Variable = "HANGARBAY_RECORDED_DATA";

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private static readonly Dictionary<Language, string[]> Syllables = new()
    {
        [Language.De] = ["schi", "ff", "rak", "ete", "schü", "tz", "lich", "ung", "ber", "gro", "ß", "ver", "ein", "kraft"],
        [Language.Fr] = ["mis", "sile", "ère", "d'", "aut", "bou", "cli", "er", "plan", "vais", "seau", "é", "tion", "que"],
        [Language.Es] = ["nave", "ción", "pla", "no", "es", "cu", "do", "mi", "sil", "pe", "que", "ño", "gra", "nde"],
        [Language.Ru] = ["чер", "тёж", "ра", "ке", "та", "щит", "бое", "вой", "ма", "лый", "ко", "рабль", "ный", "ость"],
    };

    /// <summary>Where the English names come from, for a title.</summary>
    public static string Source => Table is null ? "made-up names" : "recorded English names";

    private static string? Table => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Path.Combine(folder, "sde", "types.jsonl.gz") : null;

    public static IReadOnlyList<ItemType> All()
    {
        var english = Table is { } table ? Read(table) : [.. Enumerable.Range(1, Count).Select(MadeUp)];
        // The market sells the first types. So that it sells some of every kind, the order is a random one, always the same.
        new Random(1).Shuffle(english);
        return [.. english.Take(Count).Select((name, index) => TypeOf(index + 1, name))];
    }

    /// <summary>A third are blueprints.</summary>
    private static string MadeUp(int id) => $"{MarketShape.NameOf(id)}{(id % 3 == 0 ? " Blueprint" : id % 7 == 0 ? " Navy Issue" : "")}";

    private static string[] Read(string table)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(table), CompressionMode.Decompress));
        var names = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            names.Add(row.RootElement.GetProperty("name").GetString()!);
        }

        return [.. names];
    }

    private static ItemType TypeOf(int id, string english)
    {
        var group = new GroupId(1 + (id / 8));
        var names = Languages.Select(language => KeyValuePair.Create(language, language == Language.En ? english : Translated(english, language, id)));
        return ItemType.Known(new TypeId(id), LocalisedName.Of(names), group, MarketShape.CategoryOf(group), null, true, 10, DateTimeOffset.UnixEpoch);
    }

    /// <summary>A third of the names are the same in languages with Latin letters.</summary>
    private static string Translated(string english, Language language, int id)
    {
        if (id % 3 == 0 && language is Language.De or Language.Fr or Language.Es) return english;
        return string.Join(language is Language.Ja or Language.Zh ? "" : " ", english.Split(' ').Select(word => Translated(word, language)));
    }

    /// <summary>The same word always becomes the same word. Numbers and short words stay.</summary>
    private static string Translated(string word, Language language)
    {
        if (word.Length < 3 || !word.All(char.IsLetter)) return word;
        var random = new Random(word.Aggregate((int)language, (hash, letter) => unchecked((hash * 31) + letter)));
        var text = string.Concat(Enumerable.Range(0, Math.Max(1, word.Length / 3)).Select(_ => Syllable(language, random)));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A syllable, or a sign where a sign is one. A few hundred signs are in use, some far more often than others.</summary>
    private static string Syllable(Language language, Random random)
    {
        string Sign(char first) => ((char)(first + (int)(600 * random.NextDouble() * random.NextDouble()))).ToString();
        return language switch
        {
            Language.Ja when random.Next(10) == 0 => "ー",
            Language.Ja when random.Next(2) == 0 => ((char)('ア' + random.Next(80))).ToString(),
            Language.Ja or Language.Zh => Sign('一'),
            Language.Ko => Sign('가'),
            _ => random.GetItems(Syllables[language], 1)[0],
        };
    }
}
