namespace HangarBay.Domain.Contracts;

/// <summary>
/// The blueprints among the offered lines, copies and originals. Counts are units, not lines. Only copies have runs; efficiencies are in
/// per cent.
/// </summary>
public readonly record struct BlueprintOffer(
    BlueprintKind Kind, int CopyCount, int OriginalCount, TermRange Runs, TermRange MaterialEfficiency, TermRange TimeEfficiency)
{
    /// <summary>Null where no blueprint is offered.</summary>
    public static BlueprintOffer? Of(ReadOnlySpan<LotLine> lines)
    {
        var (copies, originals, hasCopies, hasOriginals) = (0L, 0L, false, false);
        TermRange? runs = null, material = null, time = null;
        foreach (ref readonly var line in lines)
        {
            if (!line.IsIncluded || !line.IsBlueprint) continue;
            hasCopies |= line.IsBlueprintCopy;
            hasOriginals |= !line.IsBlueprintCopy;
            if (line.IsBlueprintCopy) copies = Sum(copies, line.Quantity);
            else originals = Sum(originals, line.Quantity);
            runs = TermRange.With(runs, line.IsBlueprintCopy ? line.Runs : null);
            material = TermRange.With(material, line.MaterialEfficiency);
            time = TermRange.With(time, line.TimeEfficiency);
        }

        if (!hasCopies && !hasOriginals) return null;
        var kind = hasCopies && hasOriginals ? BlueprintKind.Both : hasCopies ? BlueprintKind.Copy : BlueprintKind.Original;
        return new BlueprintOffer(kind, (int)copies, (int)originals, runs!.Value, material!.Value, time!.Value);
    }

    // ESI's quantities may be absurdly large, so the sum stops at the largest whole number.
    private static long Sum(long sum, long more) => Math.Min(sum + Math.Min(more, int.MaxValue), int.MaxValue);
}

/// <summary>
/// What several lines say of one term. <paramref name="All"/> is the value of every line, and null where lines differ.
/// <paramref name="Min"/> and <paramref name="Max"/> leave out lines without the term, and are null where every line lacks it.
/// </summary>
public readonly record struct TermRange(int? All, int? Min, int? Max)
{
    /// <param name="range">What the lines before say; null: there is none.</param>
    /// <param name="value">The value of the next line; null where it lacks the term.</param>
    internal static TermRange With(TermRange? range, int? value) => range is not { } before
        ? new TermRange(value, value, value)
        : new TermRange(before.All == value ? value : null, value < before.Min ? value : before.Min ?? value, value > before.Max ? value : before.Max ?? value);
}
