using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebUi.Texts;

/// <summary>One sentence about what a view found: <c>14 live, from 255 M ISK, as of 18:32 EVE time.</c></summary>
public sealed class ViewSummary(Words words, Figure figure)
{
    // A contract that asks for items only, or that is a gift to a friend, has no price to compare.
    private const decimal LeastPrice = 0.01m;

    /// <summary>The question for the lowest price; null where the page shows it already, or where there is none.</summary>
    public static BrowseContracts? QuestionFor(ContractsView view, ContractPage found) =>
        found.Total == 0 || view.Segment == ContractSegment.Couriers || view.Filters.MaxPrice < LeastPrice || IsTold(view, found)
            ? null
            : view.Query with
            {
                MinPrice = Math.Max(view.Filters.MinPrice ?? 0, LeastPrice),
                SortBy = ContractSort.Price,
                SortDirection = SortDirection.Asc,
                Page = null,
                Size = 1,
            };

    /// <summary>The lowest price of these rows; null where none has a price above 0.</summary>
    public static Isk? LowestOf(IEnumerable<ContractRow> rows) =>
        rows.Select(row => row.CurrentBid ?? row.Price).Where(price => price > default(Isk)).Min();

    public string Of(int total, Isk? lowest, DateTimeOffset? asOf)
    {
        var summary = words.Count("Contracts.View.Live", total);
        if (lowest is { } isk) summary = words.Format("Contracts.View.From", summary, figure.Brief(isk.Amount));
        return asOf is { } instant
            ? words.Format("Contracts.View.AsOf", summary, Figure.Clock(instant))
            : words.Format("Contracts.View.Plain", summary);
    }

    private static bool IsTold(ContractsView view, ContractPage found) =>
        found.Items.Count == found.Total
        || (found.Page == 1 && view.Filters is { SortBy: ContractSort.Price, SortDirection: SortDirection.Asc } && LowestOf(found.Items) is not null);
}
