namespace HangarBay.Domain.Contracts;

/// <summary>
/// The blueprint copies among the offered lines. For one line it holds the line's terms, for several only their number. Efficiencies are in
/// per cent.
/// </summary>
public readonly record struct BlueprintSummary(int CopyCount, int? Runs, int? MaterialEfficiency, int? TimeEfficiency)
{
    /// <summary>Null where no copy is offered.</summary>
    public static BlueprintSummary? Of(IEnumerable<ContractLine> lines)
    {
        var copies = lines.Where(line => line is { IsIncluded: true, IsBlueprintCopy: true }).ToList();
        return copies.Count switch
        {
            0 => null,
            1 => new BlueprintSummary(1, copies[0].Runs, copies[0].MaterialEfficiency, copies[0].TimeEfficiency),
            var count => new BlueprintSummary(count, null, null, null),
        };
    }
}
