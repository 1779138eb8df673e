using System.Text.Json.Serialization;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts;

/// <summary>
/// One contract as lists show it (section "Answers over HTTP" of docs/rules.md). Null means unknown or not of this type, never
/// zero; amounts in ISK, volumes in cubic metres, instants in EVE time (UTC).
/// </summary>
public record ContractRow
{
    public required long ContractId { get; init; }

    public required ContractType Type { get; init; }

    /// <summary>The issuer's own words, without the game's markup; empty where there are none.</summary>
    public required string Title { get; init; }

    /// <summary>The headline: the one name the row leads with.</summary>
    public required string PrimaryLabel { get; init; }

    /// <summary>
    /// The language of the name in the headline where it is not the reader's, so that pages can mark it. The words around the name are in
    /// the reader's language. Null where the name is in the reader's language, or in none, such as the issuer's own title.
    /// </summary>
    [JsonIgnore]
    public Language? PrimaryLabelLanguage { get; init; }

    /// <summary>The type that the headline names, for its picture; null where it names none.</summary>
    [JsonIgnore]
    public int? PrimaryTypeId { get; init; }

    /// <summary>The name of that type as the headline shows it; null where the headline names no type, or the type has no name.</summary>
    [JsonIgnore]
    public string? PrimaryTypeName { get; init; }

    /// <summary>
    /// How many of that type all lines offer together, or request where the contract only requests; null where the headline names no type.
    /// </summary>
    [JsonIgnore]
    public long? PrimaryQuantity { get; init; }

    /// <summary>Whether that type is a blueprint, because blueprints have pictures of another kind.</summary>
    [JsonIgnore]
    public bool IsPrimaryBlueprint { get; init; }

    /// <summary>The name of the region that the contract starts in, for files that people read.</summary>
    [JsonIgnore]
    public string? StartRegionName { get; init; }

    /// <summary>The name of the system that the contract starts in.</summary>
    [JsonIgnore]
    public string? StartSystemName { get; init; }

    /// <summary>The name of the system that a courier contract ends in.</summary>
    [JsonIgnore]
    public string? EndSystemName { get; init; }

    public required Isk? Price { get; init; }

    public required Isk? Buyout { get; init; }

    public required Isk? Collateral { get; init; }

    public required Isk? Reward { get; init; }

    /// <summary>ISK per cubic metre.</summary>
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

    /// <summary>When a sweep first saw it; for a contract from before its region was followed, when it was issued.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

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

    /// <summary>
    /// Whether it offers things of several categories, or several kinds of ships. One ship with what belongs in it is no mixed lot. It is no
    /// part of the API's row.
    /// </summary>
    [JsonIgnore]
    public bool IsMixedLot { get; init; }

    /// <summary>
    /// The item for which the row is listed; null where the headline or the title shows it, or where no items are asked for. It is no part
    /// of the API's row.
    /// </summary>
    [JsonIgnore]
    public ContainedItem? Contains { get; init; }

    /// <summary>Null where no blueprint is offered.</summary>
    public required BlueprintTerms? BlueprintSummary { get; init; }

    /// <summary>
    /// The price of one unit, of one run where a blueprint copy is offered; of an auction by its current bid where known. Null unless one
    /// thing alone is offered and nothing requested.
    /// </summary>
    public required Isk? UnitPrice { get; init; }

    /// <summary>Whether it requests items beside those that it offers. Null while the lines are unread.</summary>
    public required bool? AsksForItems { get; init; }
}

/// <summary>What a lot consists of, largest category first.</summary>
public sealed record LotComposition(IReadOnlyList<LotCategory> Categories, [property: JsonPropertyName("total_item_rows")] int TotalLines, double? TotalVolume);

/// <summary>The id and name are null for lines of unknown types.</summary>
public sealed record LotCategory(int? CategoryId, string? Name, [property: JsonPropertyName("item_row_count")] int LineCount)
{
    /// <summary>Null where one thing alone is offered in several lines. It is no part of the API's row.</summary>
    [JsonIgnore]
    public long? UnitCount { get; init; }
}

/// <summary>An item in a contract, and how many units of it.</summary>
public sealed record ContainedItem(string Name, long Quantity);

/// <summary>
/// The blueprints that are offered. <paramref name="CopyCount"/> and <paramref name="OriginalCount"/> count units, not lines. Runs and
/// efficiencies are set where all lines agree in them; the lowest and the highest value always are, if any line has one. Only copies have
/// runs. Efficiencies are in per cent.
/// </summary>
public sealed record BlueprintTerms(
    int? Runs,
    int? MaterialEfficiency,
    int? TimeEfficiency,
    int CopyCount,
    BlueprintKind Kind,
    int OriginalCount,
    int? MinRuns,
    int? MaxRuns,
    int? MinMaterialEfficiency,
    int? MaxMaterialEfficiency,
    int? MinTimeEfficiency,
    int? MaxTimeEfficiency)
{
    public static BlueprintTerms Of(in BlueprintOffer offer) => new(
        offer.Runs.All, offer.MaterialEfficiency.All, offer.TimeEfficiency.All, offer.CopyCount, offer.Kind, offer.OriginalCount, offer.Runs.Min, offer.Runs.Max,
        offer.MaterialEfficiency.Min, offer.MaterialEfficiency.Max, offer.TimeEfficiency.Min, offer.TimeEfficiency.Max);
}
