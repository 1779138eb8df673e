using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.Given;

/// <summary>
/// A contract as the market in memory has to hold it. How it was closed earlier is not included, because only the contract's own page shows
/// it.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Visible">All that lists show, filter and sort by.</param>
/// <param name="Goods">What its lines say together.</param>
/// <param name="Lines">Each kind of its lines once, sorted so that two contracts can be compared.</param>
internal sealed record Held(long Id, VisibleContract Visible, ContractGoods Goods, string Lines)
{
    public static Held Of(Contract contract) => new(
        contract.Id.Value,
        contract.Visible with { AcceptedSeen = false, EarlierClosedAt = null, EarlierClosure = null },
        ContractGoods.Of(contract),
        Join(contract.Lines.Select(line => new LiveLine(
            default, line.TypeId, line.CategoryId, line.GroupId, line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency))));

    /// <summary>All contracts that a state holds, by id.</summary>
    public static IEnumerable<Held> AllOf(LiveMarket market)
    {
        using var rows = market.AllRows();
        return [.. rows.ById().Select(row => Of(market, row))];
    }

    private static Held Of(LiveMarket market, RowAt row) => new(
        market.IdOf(row),
        market.Read(row),
        market.ReadGoods(row),
        Join(market.KindsOf(row).Select(kind => new LiveLine(
            default, market.Dictionaries.Types[kind.Type], kind.CategoryId, kind.GroupId, kind.IsOffered, kind.IsCopy, kind.Runs, kind.MaterialEfficiency,
            kind.TimeEfficiency))));

    private static string Join(IEnumerable<LiveLine> lines) => string.Join('\n', lines.Distinct().Select(line => line.ToString()).Order(StringComparer.Ordinal));
}
