using HangarBay.Application.Contracts.ExportingLines;

namespace HangarBay.WebApi.Exports;

/// <summary>The columns of a CSV file of lines: the contract's id, then the keys of a line on the contract's own page.</summary>
internal static class LineColumns
{
    public static IReadOnlyList<(string Name, Func<ExportedLine, object?> Value)> All { get; } =
    [
        ("contract_id", row => row.ContractId),
        ("record_id", row => row.Line.RecordId),
        ("type_id", row => row.Line.TypeId),
        ("type_name", row => row.Line.TypeName),
        ("quantity", row => row.Line.Quantity),
        ("is_included", row => row.Line.IsIncluded),
        ("is_blueprint_copy", row => row.Line.IsBlueprintCopy),
        ("runs", row => row.Line.Runs),
        ("material_efficiency", row => row.Line.MaterialEfficiency),
        ("time_efficiency", row => row.Line.TimeEfficiency),
        ("item_id", row => row.Line.ItemId),
        ("category", row => row.Line.Category),
        ("category_id", row => row.Line.CategoryId),
        ("group_id", row => row.Line.GroupId),
        ("market_group_id", row => row.Line.MarketGroupId),
    ];
}
