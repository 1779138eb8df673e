using HangarBay.WebUi.Addresses;
using Microsoft.Extensions.Primitives;

namespace HangarBay.WebApi.Pages;

/// <summary>
/// The addresses of the list from before it had segments: ships only as the default, and contract types as tabs. They lead to the same rows
/// (B12).
/// </summary>
internal static class OldAddress
{
    private const string ShipsOnly = "ships_only";
    private const string Type = "contract_type";

    /// <summary>Replaces the old parameters. Returns false where there are none, or where they cannot be read.</summary>
    public static bool Translate(Dictionary<string, StringValues> query)
    {
        if (query.ContainsKey(Address.Segment) || (!query.ContainsKey(Type) && !query.ContainsKey(ShipsOnly))) return false;
        if (ReadShipsOnly(query) is not { } shipsOnly) return false;

        query.Remove(ShipsOnly);
        var types = query.GetValueOrDefault(Type).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var (segment, isTold, hasLines) = types switch
        {
            ["item_exchange"] when shipsOnly => ("ships", true, false),
            ["auction"] => ("auctions", true, true),
            ["courier"] => ("couriers", true, false),
            _ => (Address.AllSegments, false, types.Count == 0 || types.Exists(type => type is "item_exchange" or "auction")),
        };
        query[Address.Segment] = segment;
        if (isTold) query.Remove(Type);
        if (shipsOnly && hasLines) query["is_ship_contract"] = "true";
        return true;
    }

    /// <summary>Ships only was the default. Null where the value is neither true nor false.</summary>
    private static bool? ReadShipsOnly(Dictionary<string, StringValues> query) => query.GetValueOrDefault(ShipsOnly).ToString() switch
    {
        "" or "true" => true,
        "false" => false,
        _ => null,
    };
}
