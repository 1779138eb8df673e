namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One contract with everything that the routes answer about it. Instants are whole seconds.</summary>
public sealed record ContractTerms
{
    public required long Id { get; init; }
    public required int RegionId { get; init; }

    /// <summary>As ESI spells it: item_exchange, auction, courier.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset Issued { get; init; }
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it really ends: at its expiry, or earlier when somebody accepts it or the issuer withdraws it.</summary>
    public required DateTimeOffset Ends { get; init; }

    public required long IssuerId { get; init; }
    public required long CorporationId { get; init; }
    public bool ForCorporation { get; init; }
    public required long Start { get; init; }
    public required long End { get; init; }
    public double Price { get; init; }
    public double Reward { get; init; }
    public double Collateral { get; init; }
    public double Buyout { get; init; }
    public int Days { get; init; }
    public string Title { get; init; } = "";
    public double Volume { get; init; }

    /// <summary>Its rows, where the terms were made from them. Null in a recording, which makes the rows when they are asked for.</summary>
    internal IReadOnlyList<Line>? Lines { get; init; }

    public bool IsAuction => Type == "auction";
    public bool IsCourier => Type == "courier";
}
