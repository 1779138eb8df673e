using System.Globalization;
using System.Text.Json;
using HangarBay.Domain.Universe;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>One contract as a row, straight from the driver to JSON.</summary>
internal static class BareRow
{
    /// <summary>How many columns it reads.</summary>
    public const int Width = 39;

    /// <summary>Its fields; the object around them is the caller's.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="row">Stands on the row.</param>
    /// <param name="at">The row's first column.</param>
    /// <param name="categories">By id.</param>
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row, int at, Dictionary<int, string?> categories)
    {
        var id = row.GetInt64(at);
        var title = row.GetString(at + 2);
        var endPlace = row.TextOrNull(at + 23);
        var isPending = row.GetString(at + 31) is "Pending" or "SetAside";
        json.WriteNumber("contract_id"u8, id);
        json.WriteString("type"u8, BareWords.Wire(row.GetString(at + 1)));
        json.WriteString("title"u8, title);
        json.WriteString("primary_label"u8, Headline(row.GetString(at + 3), row.TextOrNull(at + 4), title, endPlace, id));
        json.WriteIsk("price"u8, row, at + 5);
        json.WriteIsk("buyout"u8, row, at + 6);
        json.WriteIsk("collateral"u8, row, at + 7);
        json.WriteIsk("reward"u8, row, at + 8);
        json.WriteDouble("reward_per_volume"u8, row, at + 9);
        json.WriteDouble("volume"u8, row, at + 10);
        json.WriteInt("days_to_complete"u8, row, at + 11);
        json.WriteLong("issuer_id"u8, row, at + 12);
        json.WriteString("issuer_name"u8, row.TextOrNull(at + 13));
        json.WriteLong("issuer_corporation_id"u8, row, at + 14);
        json.WriteString("issuer_corporation_name"u8, row.TextOrNull(at + 15));
        json.WriteBoolean("for_corporation"u8, row.GetBoolean(at + 16));
        json.WriteLong("start_location_id"u8, row, at + 17);
        json.WriteString("start_location_name"u8, row.TextOrNull(at + 18));
        json.WriteInt("start_location_system_id"u8, row, at + 19);
        json.WriteInt("start_location_region_id"u8, row, at + 20);
        if (row.IsDBNull(at + 21)) json.WriteNull("start_security"u8);
        else json.WriteNumber("start_security"u8, SecurityStatus.Of(row.GetDouble(at + 21)).Displayed);
        json.WriteLong("end_location_id"u8, row, at + 22);
        json.WriteString("end_location_name"u8, endPlace);
        json.WriteInt("end_location_system_id"u8, row, at + 24);
        json.WriteInstant("date_issued"u8, row, at + 25);
        json.WriteInstant("date_expired"u8, row, at + 26);
        json.WriteInstant("last_seen_at"u8, row, at + 27);
        json.WriteUnless("is_ship_contract"u8, isPending, row, at + 28);
        json.WriteUnless("is_blueprint_copy_contract"u8, isPending, row, at + 29);
        json.WriteUnless("is_want_to_buy"u8, isPending, row, at + 30);
        json.WriteBoolean("items_pending"u8, isPending);
        json.WriteIsk("current_bid"u8, row, at + 32);
        json.WriteInt("bid_count"u8, row, at + 33);
        BareComposition.Write(json, row, at + 34, at + 10, categories);
        WriteBlueprint(json, row, at + 35);
    }

    private static void WriteBlueprint(Utf8JsonWriter json, NpgsqlDataReader row, int at)
    {
        var copies = row.GetInt32(at);
        if (copies == 0)
        {
            json.WriteNull("blueprint_summary"u8);
            return;
        }

        json.WriteStartObject("blueprint_summary"u8);
        json.WriteInt("runs"u8, row, at + 1);
        json.WriteInt("material_efficiency"u8, row, at + 2);
        json.WriteInt("time_efficiency"u8, row, at + 3);
        json.WriteNumber("copy_count"u8, copies);
        json.WriteEndObject();
    }

    private static string Headline(string kind, string? type, string title, string? endPlace, long id) => kind switch
    {
        "Ship" or "Item" => type ?? "Unknown item",
        "Wanted" => $"Wanted: {type ?? "Unknown item"}",
        "Title" => title,
        "Courier" => endPlace is null ? "Courier" : $"Courier to {endPlace}",
        _ => string.Create(CultureInfo.InvariantCulture, $"Contract {id}"),
    };
}
