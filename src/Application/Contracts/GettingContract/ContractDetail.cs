using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.GettingContract;

/// <summary>A contract's own page: its row, how it stands, and its lines and bids.</summary>
[method: SetsRequiredMembers]
public sealed record ContractDetail(
    ContractRow Row,
    [property: JsonPropertyOrder(1)] ContractStatus Status,
    [property: JsonPropertyOrder(1), JsonPropertyName("items")] IReadOnlyList<LineDetail> Lines,
    [property: JsonPropertyOrder(1)] IReadOnlyList<BidDetail> Bids) : ContractRow(Row)
{
    [JsonIgnore]
    public ContractRow Row { get; } = Row;
}

/// <summary>
/// <paramref name="State"/> is <c>live</c> or <c>closed</c>. <paramref name="Evidence"/> tells how a closed contract ended, as far as it
/// was observed. <paramref name="Evidence"/> and <paramref name="ClosedAt"/> are null while the contract is live.
/// </summary>
public sealed record ContractStatus(ContractState State, ClosureEvidence? Evidence, DateTimeOffset? ClosedAt);

public enum ContractState
{
    Live,
    Closed,
}

/// <summary>One line, offered or requested. Names and catalogue ids are null where the type is unknown.</summary>
public sealed record LineDetail(
    long RecordId,
    int TypeId,
    string? TypeName,
    string? Category,
    int? CategoryId,
    int? GroupId,
    int? MarketGroupId,
    long Quantity,
    bool IsIncluded,
    bool IsBlueprintCopy,
    int? Runs,
    int? MaterialEfficiency,
    int? TimeEfficiency,
    long? ItemId)
{
    /// <summary>The language of <see cref="TypeName"/> where it is not the reader's, so that pages can mark it; else null.</summary>
    [JsonIgnore]
    public Language? TypeNameLanguage { get; init; }

    /// <summary>
    /// Cubic metres of one unit, of a ship those of the assembled one; null where they are unknown. It is no part of the API's line.
    /// </summary>
    [JsonIgnore]
    public double? UnitVolume { get; init; }
}

/// <summary>One bid on an auction.</summary>
public sealed record BidDetail(long BidId, Isk Amount, DateTimeOffset DateBid);
