using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebUi.Texts;

/// <summary>What a view found, in a sentence: <c>14 live, from 255 M ISK, as of 18:32 EVE time.</c></summary>
public sealed class ViewSummary(Words words, Figure figure)
{
    /// <summary>What to ask for the lowest price; null where the page tells it already, or there is none.</summary>
    public static BrowseContracts? QuestionFor(ContractsView view, ContractPage found) =>
        found.Total == 0 || view.Filters.ContractType == ContractType.Courier || IsTold(view, found)
            ? null
            : view.Query with { SortBy = ContractSort.Price, SortDirection = SortDirection.Asc, Page = null, Size = 1 };

    /// <summary>Of these rows; null where none has a price.</summary>
    public static Isk? LowestOf(IEnumerable<ContractRow> rows) => rows.Min(row => row.CurrentBid ?? row.Price);

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
        || (found.Page == 1 && view.Filters is { SortBy: ContractSort.Price, SortDirection: SortDirection.Asc });
}
