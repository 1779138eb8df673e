namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>How well a name meets a text that it holds: 0 is best.</summary>
internal static class NameRank
{
    public const int Exact = 0;
    public const int Begins = 1;
    public const int WordsBegin = 2;
    public const int Holds = 3;

    /// <summary>How many ranks there are.</summary>
    public const int Count = 4;

    /// <param name="name">A name in the form that is compared.</param>
    /// <param name="whole">The whole text in the same form.</param>
    /// <param name="terms">Its terms, which the name holds.</param>
    public static int Of(ReadOnlySpan<char> name, string whole, IReadOnlyList<string> terms)
    {
        if (name.StartsWith(whole, StringComparison.Ordinal)) return name.Length == whole.Length ? Exact : Begins;
        foreach (var term in terms)
        {
            if (!BeginsWord(name, term)) return Holds;
        }

        return WordsBegin;
    }

    private static bool BeginsWord(ReadOnlySpan<char> name, string term)
    {
        for (int at = 0, next; (next = name[at..].IndexOf(term, StringComparison.Ordinal)) >= 0; at += next + 1)
        {
            if (at + next == 0 || !char.IsLetterOrDigit(name[at + next - 1])) return true;
        }

        return false;
    }
}
