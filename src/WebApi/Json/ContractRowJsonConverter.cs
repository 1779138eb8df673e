using System.Text.Json;
using System.Text.Json.Serialization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts;
using HangarBay.Domain;

namespace HangarBay.WebApi.Json;

/// <summary>
/// Writes a row member by member, with the result of reflection, because the writing of rows is most of a list's cost. A test compares
/// both. It reads nothing, and a contract's own page does not use it.
/// </summary>
internal sealed class ContractRowJsonConverter : JsonConverter<ContractRow>
{
    public override ContractRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Rows are written only.");

    public override void Write(Utf8JsonWriter writer, ContractRow value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contract_id"u8, value.ContractId);
        writer.WriteString("type"u8, WireWords.Of(value.Type));
        writer.WriteString("title"u8, value.Title);
        writer.WriteString("primary_label"u8, value.PrimaryLabel);
        Write(writer, "price"u8, value.Price);
        Write(writer, "buyout"u8, value.Buyout);
        Write(writer, "collateral"u8, value.Collateral);
        Write(writer, "reward"u8, value.Reward);
        Write(writer, "reward_per_volume"u8, value.RewardPerVolume);
        Write(writer, "volume"u8, value.Volume);
        Write(writer, "days_to_complete"u8, value.DaysToComplete);
        writer.WriteNumber("issuer_id"u8, value.IssuerId);
        writer.WriteString("issuer_name"u8, value.IssuerName);
        writer.WriteNumber("issuer_corporation_id"u8, value.IssuerCorporationId);
        writer.WriteString("issuer_corporation_name"u8, value.IssuerCorporationName);
        writer.WriteBoolean("for_corporation"u8, value.ForCorporation);
        Write(writer, "start_location_id"u8, value.StartLocationId);
        writer.WriteString("start_location_name"u8, value.StartLocationName);
        Write(writer, "start_location_system_id"u8, value.StartLocationSystemId);
        writer.WriteNumber("start_location_region_id"u8, value.StartLocationRegionId);
        Write(writer, "start_security"u8, value.StartSecurity);
        Write(writer, "end_location_id"u8, value.EndLocationId);
        writer.WriteString("end_location_name"u8, value.EndLocationName);
        Write(writer, "end_location_system_id"u8, value.EndLocationSystemId);
        Write(writer, "date_issued"u8, value.DateIssued);
        Write(writer, "date_expired"u8, value.DateExpired);
        Write(writer, "first_seen_at"u8, value.FirstSeenAt);
        Write(writer, "last_seen_at"u8, value.LastSeenAt);
        Write(writer, "is_ship_contract"u8, value.IsShipContract);
        Write(writer, "is_blueprint_copy_contract"u8, value.IsBlueprintCopyContract);
        Write(writer, "is_want_to_buy"u8, value.IsWantToBuy);
        writer.WriteBoolean("items_pending"u8, value.LinesPending);
        Write(writer, "current_bid"u8, value.CurrentBid);
        Write(writer, "bid_count"u8, value.BidCount);
        Write(writer, value.Composition);
        Write(writer, value.BlueprintSummary);
        Write(writer, "unit_price"u8, value.UnitPrice);
        Write(writer, "asks_for_items"u8, value.AsksForItems);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LotComposition? composition)
    {
        writer.WritePropertyName("composition"u8);
        if (composition is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartArray("categories"u8);
        foreach (var category in composition.Categories)
        {
            writer.WriteStartObject();
            Write(writer, "category_id"u8, category.CategoryId);
            writer.WriteString("name"u8, category.Name);
            writer.WriteNumber("item_row_count"u8, category.LineCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("total_item_rows"u8, composition.TotalLines);
        Write(writer, "total_volume"u8, composition.TotalVolume);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BlueprintTerms? terms)
    {
        writer.WritePropertyName("blueprint_summary"u8);
        if (terms is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        Write(writer, "runs"u8, terms.Runs);
        Write(writer, "material_efficiency"u8, terms.MaterialEfficiency);
        Write(writer, "time_efficiency"u8, terms.TimeEfficiency);
        writer.WriteNumber("copy_count"u8, terms.CopyCount);
        writer.WriteString("kind"u8, WireWords.Of(terms.Kind));
        writer.WriteNumber("original_count"u8, terms.OriginalCount);
        Write(writer, "min_runs"u8, terms.MinRuns);
        Write(writer, "max_runs"u8, terms.MaxRuns);
        Write(writer, "min_material_efficiency"u8, terms.MinMaterialEfficiency);
        Write(writer, "max_material_efficiency"u8, terms.MaxMaterialEfficiency);
        Write(writer, "min_time_efficiency"u8, terms.MinTimeEfficiency);
        Write(writer, "max_time_efficiency"u8, terms.MaxTimeEfficiency);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Isk? amount)
    {
        writer.WritePropertyName(name);
        if (amount is { } isk) IskJsonConverter.Write(writer, isk);
        else writer.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? instant)
    {
        writer.WritePropertyName(name);
        if (instant is { } known) InstantJsonConverter.Write(writer, known);
        else writer.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } known) writer.WriteNumber(name, known);
        else writer.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? number)
    {
        if (number is { } known) writer.WriteNumber(name, known);
        else writer.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } known) writer.WriteNumber(name, known);
        else writer.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? answer)
    {
        if (answer is { } known) writer.WriteBoolean(name, known);
        else writer.WriteNull(name);
    }
}
