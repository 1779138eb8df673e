using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>Finds the names that hold every term of a text, apart by their rank. Sets of names have a bit for each code.</summary>
/// <param name="names">The names.</param>
/// <param name="whole">The text in the form that is compared. It begins with the first term.</param>
/// <param name="terms">Its terms.</param>
internal sealed class NameSearch(NameTexts.InLanguage names, string whole, IReadOnlyList<string> terms)
{
    /// <summary>So many names are read one by one rather than looked for by their words, of which a short term is in thousands.</summary>
    private const int Few = 2_048;

    /// <summary>
    /// The names of each rank, the best rank first; no name twice. Each set is made when it is asked for, because the last one takes the
    /// longest and is seldom needed.
    /// </summary>
    public IEnumerable<(int Rank, ulong[] Names)> ByRank()
    {
        var found = Beginning();
        if (found is var (words, beginning, exact))
        {
            Bits.Remove(beginning, exact);
            yield return (NameRank.Exact, exact);
            yield return (NameRank.Begins, beginning);
            Bits.Remove(words, beginning);
            Bits.Remove(words, exact);
            yield return (NameRank.WordsBegin, words);
        }

        if (Holding() is not { } holding) yield break;
        if (found is var (others, better, best))
        {
            foreach (var set in new[] { others, better, best }) Bits.Remove(holding, set);
        }

        yield return (NameRank.Holds, holding);
    }

    /// <summary>
    /// The names in which every term begins a word, those of them that begin with the text, and those that are the text; null where there
    /// are none.
    /// </summary>
    private (ulong[] Words, ulong[] Beginning, ulong[] Exact)? Beginning()
    {
        ulong[]? words = null;
        ulong[]? beginning = null;
        foreach (var term in terms)
        {
            // Where a phrase begins a word, all its words do. So they are looked for first, and then the phrase is read.
            ulong[]? ofTerm = null;
            foreach (var part in term.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (names.Beginnings.Of(part) is not var (some, begun)) return null;
                ofTerm = Both(ofTerm, some);
                beginning ??= begun;
            }

            if (term.Contains(' ')) KeepOnly(ofTerm!, name => BeginsWord(name, term));
            words = Both(words, ofTerm!);
        }

        Bits.Keep(beginning!, words!);
        if (whole != terms[0].Split(' ')[0]) KeepOnly(beginning!, name => name.StartsWith(whole, StringComparison.Ordinal));
        var exact = beginning!.AsSpan().ToArray();
        KeepOnly(exact, name => name.Length == whole.Length);
        return (words!, beginning!, exact);
    }

    /// <summary>The names that hold every term; null where there are none.</summary>
    private ulong[]? Holding()
    {
        ulong[]? found = null;
        // A long term is probably in few names.
        foreach (var term in terms.OrderByDescending(term => term.Length))
        {
            if (found is null || Bits.Count(found) > Few)
            {
                if (MayHold(term) is not { } some) return null;
                found = Both(found, some);
                if (!term.Contains(' ')) continue;
            }

            if (Bits.Count(found) <= Few) KeepOnly(found, name => name.Contains(term, StringComparison.Ordinal));
            else Bits.Keep(found, Read(term));
        }

        return found;
    }

    /// <summary>The names that hold a term. For a phrase, those in which each of its words but the first begins one; null where there are none.</summary>
    private ulong[]? MayHold(string term)
    {
        if (!term.Contains(' ')) return names.Words.Holding(term);
        ulong[]? found = null;
        foreach (var part in term.Split(' ').Skip(1))
        {
            if (names.Beginnings.Of(part) is not var (some, _)) return null;
            found = Both(found, some);
        }

        return found;
    }

    /// <summary>The names that hold a phrase, of all names.</summary>
    private ulong[] Read(string phrase)
    {
        var found = names.Words.Room();
        names.Texts.Visit([phrase], (code, _) => Bits.Set(found, code));
        return found;
    }

    /// <summary>Leaves out the names that do not meet a condition.</summary>
    private void KeepOnly(ulong[] found, Func<ReadOnlySpan<char>, bool> isMet)
    {
        foreach (var code in Bits.Of(found))
        {
            if (!isMet(names.Texts[code])) Bits.Clear(found, code);
        }
    }

    private static ulong[] Both(ulong[]? one, ulong[] other)
    {
        if (one is null) return other;
        Bits.Keep(one, other);
        return one;
    }

    private static bool BeginsWord(ReadOnlySpan<char> name, string term)
    {
        for (int at = 0, next; (next = name[at..].IndexOf(term, StringComparison.Ordinal)) >= 0; at += next + 1)
        {
            if (WordBeginnings.IsBeginning(name, at + next)) return true;
        }

        return false;
    }
}
