using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// Names that are spelt almost like a text that no name holds. Each word of four letters or more may stand for a word that is near it; shorter
/// words must be right. All work is bounded: by the number of words, and by the number of readings that are looked up for each kind of name.
/// </summary>
internal static class NearestNames
{
    /// <summary>At most this many names are returned.</summary>
    public const int Most = 5;

    private const int ShortestWord = 4;
    private const int MostWords = 4;
    private const int OtherWords = 3;
    private const int MostReadings = 4;

    public static IReadOnlyList<FoundName> Find(IReadOnlyList<NameSource> sources, string normal, Language language)
    {
        var words = NearWords.WordsOf(normal).Distinct().ToList();
        if (words.Count > MostWords || !words.Exists(word => word.Length >= ShortestWord)) return [];
        var best = new BestNames(Most);
        foreach (var source in sources)
        {
            foreach (var names in source.Texts.In(language))
            {
                foreach (var (read, distance) in ReadingsOf(words, names.Near))
                {
                    if (best.WorstRank < distance * NameRank.Count) break;
                    best.Take(source, new NameSearch(names, string.Join(' ', read), read), distance);
                }
            }
        }

        return best.Tell();
    }

    /// <summary>The words as they may have been meant, those with the fewest changes first.</summary>
    private static IEnumerable<(string[] Words, int Distance)> ReadingsOf(List<string> words, NearWords known)
    {
        IEnumerable<(string[] Words, int Distance)> readings = [([], 0)];
        foreach (var word in words)
        {
            var meant = Meant(word, known);
            if (meant.Count == 0) return [];
            readings = readings.SelectMany(reading => meant.Select(one => ((string[])[.. reading.Words, one.Word], reading.Distance + one.Distance)));
        }

        return readings.OrderBy(reading => reading.Distance).Take(MostReadings);
    }

    private static List<(string Word, int Distance)> Meant(string word, NearWords known)
    {
        if (word.Length < ShortestWord) return [(word, 0)];
        var near = new Dictionary<string, int>();
        known.Visit(word, MostEdits(word), (other, distance) => near[other] = distance);
        return
        [
            .. near.Where(one => one.Value == 0).Select(one => (one.Key, one.Value)),
            .. near.Where(one => one.Value > 0).OrderBy(one => one.Value).ThenBy(one => Math.Abs(one.Key.Length - word.Length)).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(OtherWords).Select(one => (one.Key, one.Value)),
        ];
    }

    private static int MostEdits(string word) => word.Length < 6 ? 1 : 2;
}
