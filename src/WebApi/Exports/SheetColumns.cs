using HangarBay.Application.Contracts;
using HangarBay.WebUi.Addresses;

namespace HangarBay.WebApi.Exports;

/// <summary>The columns of <see cref="CsvColumns"/>, with names behind the ids of places, and the address of the contract's page.</summary>
internal static class SheetColumns
{
    private static readonly Dictionary<string, (string Name, Func<ContractRow, object?> Value)> Named = new()
    {
        ["start_location_system_id"] = ("start_location_system_name", row => row.StartSystemName),
        ["start_location_region_id"] = ("start_location_region_name", row => row.StartRegionName),
        ["end_location_system_id"] = ("end_location_system_name", row => row.EndSystemName),
    };

    /// <param name="site">The address of the site; empty where that is unknown, and pages have their path alone.</param>
    public static IReadOnlyList<(string Name, Func<ContractRow, object?> Value)> Of(string site) =>
    [
        .. CsvColumns.All.SelectMany(column => Named.TryGetValue(column.Name, out var name) ? [column, name] : new[] { column }),
        ("address", row => site + Address.Of(row.ContractId)),
    ];
}
