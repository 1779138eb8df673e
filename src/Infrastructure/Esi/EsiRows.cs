namespace HangarBay.Infrastructure.Esi;

/// <summary>A row of <c>GET /contracts/public/{region_id}</c>. Null means absent.</summary>
internal sealed record EsiContractRow
{
    public required long ContractId { get; init; }

    public required string Type { get; init; }

    public required long IssuerId { get; init; }

    public required long IssuerCorporationId { get; init; }

    public required DateTimeOffset DateIssued { get; init; }

    public required DateTimeOffset DateExpired { get; init; }

    public bool? ForCorporation { get; init; }

    public string? Title { get; init; }

    public long? StartLocationId { get; init; }

    public long? EndLocationId { get; init; }

    public decimal? Price { get; init; }

    public decimal? Buyout { get; init; }

    public decimal? Collateral { get; init; }

    public decimal? Reward { get; init; }

    public double? Volume { get; init; }

    public int? DaysToComplete { get; init; }
}

/// <summary>A row of <c>GET /contracts/public/items/{contract_id}</c>. Null means absent.</summary>
internal sealed record EsiLineRow
{
    public required long RecordId { get; init; }

    public required int TypeId { get; init; }

    public required long Quantity { get; init; }

    public required bool IsIncluded { get; init; }

    public bool? IsBlueprintCopy { get; init; }

    public int? Runs { get; init; }

    public int? MaterialEfficiency { get; init; }

    public int? TimeEfficiency { get; init; }

    public long? ItemId { get; init; }
}

/// <summary>A row of <c>GET /contracts/public/bids/{contract_id}</c>.</summary>
internal sealed record EsiBidRow
{
    public required long BidId { get; init; }

    public required decimal Amount { get; init; }

    public required DateTimeOffset DateBid { get; init; }
}
