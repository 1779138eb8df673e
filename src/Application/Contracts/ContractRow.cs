using System.Text.Json.Serialization;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts;

/// <summary>
/// One contract as lists show it (section "HTTP API" of docs/rules.md). Null means unknown or not of this type, never
/// zero; amounts in ISK, volumes in cubic metres, instants in EVE time (UTC).
/// </summary>
public record ContractRow
{
    public required long ContractId { get; init; }

    public required ContractType Type { get; init; }

    /// <summary>The issuer's own words; empty where there are none.</summary>
    public required string Title { get; init; }

    /// <summary>The headline: the one name the row leads with.</summary>
    public required string PrimaryLabel { get; init; }

    /// <summary>
    /// The language of the name in the headline where that is not the reader's, so that pages can say so; the words around it
    /// are the reader's. Null where the name is in the reader's language or in none, as the issuer's own title is.
    /// </summary>
    [JsonIgnore]
    public Language? PrimaryLabelLanguage { get; init; }

    /// <summary>The type that the headline names, for its picture; null where it names none.</summary>
    [JsonIgnore]
    public int? PrimaryTypeId { get; init; }

    /// <summary>The name of that type as it stands in the headline; null where none does, or the type has none.</summary>
    [JsonIgnore]
    public string? PrimaryTypeName { get; init; }

    /// <summary>How many of that type all lines offer together, or ask for where the contract only asks; null where the headline names none.</summary>
    [JsonIgnore]
    public long? PrimaryQuantity { get; init; }

    /// <summary>Whether that type is a blueprint, whose pictures are others'.</summary>
    [JsonIgnore]
    public bool IsPrimaryBlueprint { get; init; }

    public required Isk? Price { get; init; }

    public required Isk? Buyout { get; init; }

    public required Isk? Collateral { get; init; }

    public required Isk? Reward { get; init; }

    /// <summary>ISK a cubic metre.</summary>
    public required double? RewardPerVolume { get; init; }

    public required double? Volume { get; init; }

    public required int? DaysToComplete { get; init; }

    public required long IssuerId { get; init; }

    public required string? IssuerName { get; init; }

    public required long IssuerCorporationId { get; init; }

    public required string? IssuerCorporationName { get; init; }

    public required bool ForCorporation { get; init; }

    public required long? StartLocationId { get; init; }

    public required string? StartLocationName { get; init; }

    public required int? StartLocationSystemId { get; init; }

    public required int StartLocationRegionId { get; init; }

    /// <summary>To one decimal, as the game shows it.</summary>
    public required decimal? StartSecurity { get; init; }

    public required long? EndLocationId { get; init; }

    public required string? EndLocationName { get; init; }

    public required int? EndLocationSystemId { get; init; }

    public required DateTimeOffset DateIssued { get; init; }

    public required DateTimeOffset DateExpired { get; init; }

    /// <summary>When the region's last good sweep saw it; for a closed contract, when it was found gone.</summary>
    public required DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Null while the lines are unread.</summary>
    public required bool? IsShipContract { get; init; }

    /// <summary>Null while the lines are unread.</summary>
    public required bool? IsBlueprintCopyContract { get; init; }

    /// <summary>Null while the lines are unread.</summary>
    public required bool? IsWantToBuy { get; init; }

    [JsonPropertyName("items_pending")]
    public required bool LinesPending { get; init; }

    public required Isk? CurrentBid { get; init; }

    /// <summary>Null while the bids are unread.</summary>
    public required int? BidCount { get; init; }

    /// <summary>Null for fewer than two offered lines.</summary>
    public required LotComposition? Composition { get; init; }

    /// <summary>Null where no blueprint copy is offered.</summary>
    public required BlueprintTerms? BlueprintSummary { get; init; }
}

/// <summary>What a lot consists of, largest category first.</summary>
public sealed record LotComposition(IReadOnlyList<LotCategory> Categories, [property: JsonPropertyName("total_item_rows")] int TotalLines, double? TotalVolume);

/// <summary>The id and name are null for lines of unknown types.</summary>
public sealed record LotCategory(int? CategoryId, string? Name, [property: JsonPropertyName("item_row_count")] int LineCount);

/// <summary>The terms of one copy; where more lines are copies only their number. Efficiencies in per cent.</summary>
public sealed record BlueprintTerms(int? Runs, int? MaterialEfficiency, int? TimeEfficiency, int CopyCount);
