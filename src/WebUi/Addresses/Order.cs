using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>What a list is sorted by, and which way.</summary>
public readonly record struct Order(ContractSort By, SortDirection Direction)
{
    private const char Separator = '.';

    /// <summary>Both directions of every sort that the columns of a view's segment have, and of the view's own sort in any case.</summary>
    public static IReadOnlyList<Order> Of(ContractsView view)
    {
        var sorts = Columns.Of(view).Select(column => column.Sort).OfType<ContractSort>().Append(view.Filters.SortBy).Distinct();
        return [.. sorts.SelectMany(sort => new Order[] { new(sort, SortDirection.Asc), new(sort, SortDirection.Desc) })];
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryRead(string text, out Order order)
    {
        order = default;
        if (text.Split(Separator) is not [var by, var direction]) return false;
        if (!WireWords.TryRead<ContractSort>(by, out var sort) || !WireWords.TryRead<SortDirection>(direction, out var way)) return false;
        order = new Order(sort, way);
        return true;
    }

    /// <summary>One word, such as <c>price.asc</c>.</summary>
    public override string ToString() => $"{WireWords.Of(By)}{Separator}{WireWords.Of(Direction)}";
}
