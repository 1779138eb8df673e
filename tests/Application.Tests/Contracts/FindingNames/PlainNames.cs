using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Domain;

namespace HangarBay.Application.Tests.Contracts.FindingNames;

/// <summary>A thing with a name, as the look-up tells it.</summary>
/// <param name="Kinds">What it is looked for among.</param>
/// <param name="Name">Its name in some languages.</param>
/// <param name="IsAlwaysTold">Whether it is told without live contracts too.</param>
/// <param name="Told">How it is told in a language.</param>
internal sealed record Thing(NameKinds Kinds, LocalisedName Name, bool IsAlwaysTold, Func<Language, FoundName> Told);

/// <summary>
/// The look-up of names by its rules (B11): every name is read, one after another, and everything is sorted. It is slow and plain, so that
/// the real one can be compared with it.
/// </summary>
internal sealed class PlainNames(IReadOnlyList<Thing> things)
{
    private static readonly NameKind[] Kinds = Enum.GetValues<NameKind>();

    public FoundNames Find(FindNames question)
    {
        var (normal, terms) = (SearchText.Normalise(question.Q!), SearchTerms.Of(question.Q!));
        var whole = normal.Contains('"') ? string.Join(' ', terms) : normal;
        var asked = things.Where(thing => question.Asks(thing.Kinds)).ToList();
        var found = Enum.GetValues<NameKinds>().SelectMany(kinds => Best(asked.Where(thing => thing.Kinds == kinds)
            .SelectMany(thing => TextsOf(thing, question.Lang).Where(text => HoldsAll(text, terms)).Select(text => (thing, Rank(text, whole, terms)))), question.Lang, 8));
        return found.ToList() is { Count: > 0 } names ? new(names, []) : new([], Nearest(asked, normal, question.Lang));
    }

    private static List<FoundName> Nearest(List<Thing> asked, string normal, Language language)
    {
        var words = WordsOf(normal).Distinct().ToList();
        if (words.Count > 4 || !words.Exists(word => word.Length >= 4)) return [];
        var near = new List<(Thing, int)>();
        foreach (var kind in Kinds)
        {
            var ofKind = asked.Where(thing => thing.Told(language).Kind == kind).ToList();
            foreach (var isEnglish in new[] { true, false })
            {
                var named = ofKind.Select(thing => (Thing: thing, Text: TextOf(thing, language, isEnglish))).Where(one => one.Text is not null).ToList();
                foreach (var (read, distance) in ReadingsOf(words, [.. named.SelectMany(one => WordsOf(one.Text!)).Where(word => word.Length <= 63).Distinct()]))
                    near.AddRange(named.Where(one => HoldsAll(one.Text!, read)).Select(one => (one.Thing, (4 * distance) + Rank(one.Text!, string.Join(' ', read), read))));
            }
        }

        return [.. Best(near, language, 5)];
    }

    /// <summary>The words as they may have been meant, at most four readings, those with the fewest changes first.</summary>
    private static IEnumerable<(string[] Words, int Distance)> ReadingsOf(List<string> words, List<string> known)
    {
        IEnumerable<(string[] Words, int Distance)> readings = [([], 0)];
        foreach (var word in words)
        {
            var most = word.Length < 6 ? 1 : 2;
            (string Word, int Distance)[] meant = word.Length < 4 ? [(word, 0)] :
            [
                .. known.Exists(other => other.Contains(word, StringComparison.Ordinal)) ? [(word, 0)] : Array.Empty<(string, int)>(),
                .. known.Where(other => !other.Contains(word, StringComparison.Ordinal)).Select(other => (Word: other, Distance: Distance(word, other)))
                    .Where(other => word.Length <= 63 && other.Distance <= most)
                    .OrderBy(other => other.Distance).ThenBy(other => Math.Abs(other.Word.Length - word.Length)).ThenBy(other => other.Word, StringComparer.Ordinal).Take(3),
            ];
            readings = [.. readings.SelectMany(reading => meant.Select(one => ((string[])[.. reading.Words, one.Word], reading.Distance + one.Distance)))];
        }

        return readings.OrderBy(reading => reading.Distance).Take(4);
    }

    private static IEnumerable<FoundName> Best(IEnumerable<(Thing Thing, int Rank)> found, Language language, int most) => found
        .GroupBy(one => one.Thing, (thing, ranks) => (Thing: thing, Told: thing.Told(language), Rank: ranks.Min(one => one.Rank)))
        .Where(one => one.Told.LiveContracts > 0 || one.Thing.IsAlwaysTold)
        .OrderBy(one => one.Rank).ThenByDescending(one => one.Told.LiveContracts).ThenBy(one => one.Told.Name, StringComparer.Ordinal)
        .ThenBy(one => one.Told.Kind).ThenBy(one => one.Told.Id)
        .Take(most).Select(one => one.Told);

    private static int Rank(string text, string whole, IReadOnlyList<string> terms) =>
        text == whole ? 0 : text.StartsWith(whole, StringComparison.Ordinal) ? 1 : terms.All(term => BeginsWord(text, term)) ? 2 : 3;

    private static bool BeginsWord(string text, string term) => Enumerable.Range(0, text.Length).Any(at =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && text.AsSpan(at).StartsWith(term, StringComparison.Ordinal));

    private static bool HoldsAll(string text, IReadOnlyList<string> terms) => terms.All(term => text.Contains(term, StringComparison.Ordinal));

    private static IEnumerable<string> TextsOf(Thing thing, Language language) =>
        new[] { TextOf(thing, language, isEnglish: true), TextOf(thing, language, isEnglish: false) }.OfType<string>();

    /// <summary>The name in English, or in the language if that is another one; null where there is none.</summary>
    private static string? TextOf(Thing thing, Language language, bool isEnglish)
    {
        var english = thing.Name.Only(Language.En);
        var text = isEnglish ? english : thing.Name.Only(language) is { } own && own != english ? own : null;
        return text is null ? null : SearchText.Normalise(text);
    }

    private static IEnumerable<string> WordsOf(string text) => text.Split(' ').Select(Trim).Where(word => word.Length > 0);

    private static string Trim(string word)
    {
        static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);
        var first = word.TakeWhile(letter => !IsPart(letter)).Count();
        return first == word.Length ? "" : word[first..^word.Reverse().TakeWhile(letter => !IsPart(letter)).Count()];
    }

    /// <summary>How many letters are added, left out, replaced or exchanged with their neighbour, in a table of all beginnings.</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var first = 0; first <= one.Length; first++)
        {
            for (var second = 0; second <= other.Length; second++)
            {
                if (first == 0 || second == 0)
                {
                    table[first, second] = first + second;
                    continue;
                }

                var least = Math.Min(table[first - 1, second - 1] + (one[first - 1] == other[second - 1] ? 0 : 1), 1 + Math.Min(table[first - 1, second], table[first, second - 1]));
                if (first > 1 && second > 1 && one[first - 1] == other[second - 2] && one[first - 2] == other[second - 1]) least = Math.Min(least, 1 + table[first - 2, second - 2]);
                table[first, second] = least;
            }
        }

        return table[one.Length, other.Length];
    }
}
