using HangarBay.Application.Contracts;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Tests.Given;

/// <summary>A row of a contract with only the required values.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static ContractRow Any { get; } = new()
    {
        ContractId = 190_000_001,
        Type = ContractType.ItemExchange,
        Title = "",
        PrimaryLabel = "Rokh",
        Price = null,
        UnitPrice = null,
        Buyout = null,
        Collateral = null,
        Reward = null,
        RewardPerVolume = null,
        Volume = null,
        DaysToComplete = null,
        IssuerId = 1,
        IssuerName = null,
        IssuerCorporationId = 2,
        IssuerCorporationName = null,
        ForCorporation = false,
        StartLocationId = 60_003_760,
        StartLocationName = "Jita IV - Moon 4",
        StartLocationSystemId = 30_000_142,
        StartLocationRegionId = 10_000_002,
        StartSecurity = 0.9m,
        EndLocationId = null,
        EndLocationName = null,
        EndLocationSystemId = null,
        DateIssued = Noon.AddDays(-1),
        DateExpired = Noon.AddDays(6),
        FirstSeenAt = Noon.AddDays(-1),
        LastSeenAt = Noon,
        IsShipContract = true,
        IsBlueprintCopyContract = false,
        IsWantToBuy = false,
        AsksForItems = false,
        LinesPending = false,
        CurrentBid = null,
        BidCount = null,
        Composition = null,
        BlueprintSummary = null,
    };
}
