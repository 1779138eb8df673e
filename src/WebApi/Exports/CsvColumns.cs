using System.Globalization;
using HangarBay.Application.Contracts;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// The columns of a CSV file: the keys of a row in the list, in their order. Each part of an object is a column of its own. A cell is empty
/// where the key is null.
/// </summary>
internal static class CsvColumns
{
    public static IReadOnlyList<(string Name, Func<ContractRow, object?> Value)> All { get; } =
    [
        Of("contract_id", row => row.ContractId),
        Of("type", row => row.Type),
        Of("title", row => row.Title),
        Of("primary_label", row => row.PrimaryLabel),
        Of("price", row => row.Price),
        Of("buyout", row => row.Buyout),
        Of("collateral", row => row.Collateral),
        Of("reward", row => row.Reward),
        Of("reward_per_volume", row => row.RewardPerVolume),
        Of("volume", row => row.Volume),
        Of("days_to_complete", row => row.DaysToComplete),
        Of("issuer_id", row => row.IssuerId),
        Of("issuer_name", row => row.IssuerName),
        Of("issuer_corporation_id", row => row.IssuerCorporationId),
        Of("issuer_corporation_name", row => row.IssuerCorporationName),
        Of("for_corporation", row => row.ForCorporation),
        Of("start_location_id", row => row.StartLocationId),
        Of("start_location_name", row => row.StartLocationName),
        Of("start_location_system_id", row => row.StartLocationSystemId),
        Of("start_location_region_id", row => row.StartLocationRegionId),
        Of("start_security", row => row.StartSecurity),
        Of("end_location_id", row => row.EndLocationId),
        Of("end_location_name", row => row.EndLocationName),
        Of("end_location_system_id", row => row.EndLocationSystemId),
        Of("date_issued", row => row.DateIssued),
        Of("date_expired", row => row.DateExpired),
        Of("first_seen_at", row => row.FirstSeenAt),
        Of("last_seen_at", row => row.LastSeenAt),
        Of("is_ship_contract", row => row.IsShipContract),
        Of("is_blueprint_copy_contract", row => row.IsBlueprintCopyContract),
        Of("is_want_to_buy", row => row.IsWantToBuy),
        Of("items_pending", row => row.LinesPending),
        Of("current_bid", row => row.CurrentBid),
        Of("bid_count", row => row.BidCount),
        Of("composition_categories", row => row.Composition is { } lot ? string.Join("; ", lot.Categories.Select(Words)) : null),
        Of("composition_total_item_rows", row => row.Composition?.TotalLines),
        Of("composition_total_volume", row => row.Composition?.TotalVolume),
        Of("blueprint_summary_runs", row => row.BlueprintSummary?.Runs),
        Of("blueprint_summary_material_efficiency", row => row.BlueprintSummary?.MaterialEfficiency),
        Of("blueprint_summary_time_efficiency", row => row.BlueprintSummary?.TimeEfficiency),
        Of("blueprint_summary_copy_count", row => row.BlueprintSummary?.CopyCount),
        Of("blueprint_summary_kind", row => row.BlueprintSummary?.Kind),
        Of("blueprint_summary_original_count", row => row.BlueprintSummary?.OriginalCount),
        Of("blueprint_summary_min_runs", row => row.BlueprintSummary?.MinRuns),
        Of("blueprint_summary_max_runs", row => row.BlueprintSummary?.MaxRuns),
        Of("blueprint_summary_min_material_efficiency", row => row.BlueprintSummary?.MinMaterialEfficiency),
        Of("blueprint_summary_max_material_efficiency", row => row.BlueprintSummary?.MaxMaterialEfficiency),
        Of("blueprint_summary_min_time_efficiency", row => row.BlueprintSummary?.MinTimeEfficiency),
        Of("blueprint_summary_max_time_efficiency", row => row.BlueprintSummary?.MaxTimeEfficiency),
        Of("unit_price", row => row.UnitPrice),
        Of("asks_for_items", row => row.AsksForItems),
    ];

    private static (string Name, Func<ContractRow, object?> Value) Of(string name, Func<ContractRow, object?> value) => (name, value);

    /// <summary>As in "Ship: 2".</summary>
    private static string Words(LotCategory category) =>
        string.Create(CultureInfo.InvariantCulture, $"{category.Name ?? "Unknown"}: {category.LineCount}");
}
