using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Domain;

namespace HangarBay.Bench.Naming;

/// <summary>Draws questions for names in all languages. The same names always give the same questions.</summary>
internal sealed class NameQuestions(IReadOnlyList<LocalisedName> names)
{
    private const int Commonest = 4;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly Language[] Languages = Enum.GetValues<Language>();

    private readonly Random _random = new(20);

    /// <summary>So many questions of each sort, and the commonest letters of each language.</summary>
    public IReadOnlyList<(string Sort, IReadOnlyList<FindNames> Questions)> Draw(int each) =>
    [
        ("the beginning of a name", Some(each, name => name[..Math.Min(name.Length, 1 + _random.Next(10))])),
        ("a part of a word", Some(each, name => Part(OneOf(name.Split(' ')), 6))),
        ("a word", Some(each, name => OneOf(name.Split(' ')))),
        ("parts of two words", Some(each, name => $"{Part(OneOf(name.Split(' ')), 5)} {Part(OneOf(name.Split(' ')), 5)}")),
        ("a whole name", Some(each, name => name)),
        ("a phrase", Some(each, name => $"\"{Part(name, 14).Trim()}\"")),
        ("a misspelt word", Some(each, name => Misspelt(OneOf(name.Split(' '))))),
        ("a misspelt name", Some(each, Misspelt)),
        ("no word at all", Some(each, _ => string.Concat(_random.GetItems(Letters.ToCharArray(), 8)))),
        ("the commonest letters", [.. Languages.SelectMany(CommonestOf)]),
    ];

    /// <summary>Questions that the rules allow, each about a random name in a random language.</summary>
    private List<FindNames> Some(int count, Func<string, string> draw)
    {
        var questions = new List<FindNames>();
        while (questions.Count < count)
        {
            var language = OneOf(Languages);
            var text = draw(names[_random.Next(names.Count)].In(language));
            if (text.Trim().Length > 0 && SearchTerms.FindFlaw(text) is null) questions.Add(new FindNames { Q = text, Lang = language });
        }

        return questions;
    }

    private IEnumerable<FindNames> CommonestOf(Language language)
    {
        // The shortest texts that may be looked for.
        var length = language is Language.Ja or Language.Zh or Language.Ko ? 1 : 3;
        return names.SelectMany(name => PartsOf(SearchText.Normalise(name.In(language)), length).Distinct())
            .Where(text => SearchTerms.FindFlaw(text) is null && text.Trim().Length == length)
            .CountBy(text => text).OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).Take(Commonest)
            .Select(text => new FindNames { Q = text.Key, Lang = language });
    }

    private static IEnumerable<string> PartsOf(string text, int length) => Enumerable.Range(0, Math.Max(0, text.Length - length + 1)).Select(at => text.Substring(at, length));

    private string Part(string text, int most)
    {
        if (text.Length == 0) return text;
        var length = Math.Min(text.Length, 1 + _random.Next(most));
        return text.Substring(_random.Next(text.Length - length + 1), length);
    }

    /// <summary>A letter is left out, exchanged with its neighbour or replaced, once or twice.</summary>
    private string Misspelt(string text)
    {
        for (var edits = 1 + _random.Next(2); edits > 0 && text.Length > 2; edits--)
        {
            var at = _random.Next(text.Length - 1);
            text = _random.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
                _ => $"{text[..at]}{Letters[_random.Next(Letters.Length)]}{text[(at + 1)..]}",
            };
        }

        return text;
    }

    private T OneOf<T>(T[] all) => all[_random.Next(all.Length)];
}
