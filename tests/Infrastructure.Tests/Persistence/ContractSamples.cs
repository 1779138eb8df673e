using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>Contracts that together use every column.</summary>
internal static class ContractSamples
{
    public static readonly DateTimeOffset Issued = new(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero);
    public static readonly RegionId TheForge = new(10000002);

    public static Contract Exchange(long id, string title = "Rokh, rigged", decimal? price = 285_000_000.25m) => Contract.FromListing(
        Row(id, ContractType.ItemExchange) with { Title = title, Price = price }, TheForge);

    public static Contract Auction(long id) => Contract.FromListing(
        Row(id, ContractType.Auction) with { Title = "", Price = 1, Buyout = 92_233_720_368_547_758.07m }, TheForge);

    public static Contract Courier(long id) => Contract.FromListing(
        Row(id, ContractType.Courier) with
        {
            Title = "Доставка в Житу 🚀 宅配",
            Reward = 12_345_678.9m,
            Collateral = 1_000_000_000,
            DaysToComplete = 3,
            EndLocationId = new LocationId(1_045_667_241_057),
            Volume = 0.1 + 0.2,
        },
        TheForge);

    public static ContractLine Line(Contract contract, long recordId, int type = 24688) => new(
        contract.Id, recordId, new TypeId(type), long.MaxValue, isIncluded: true, isBlueprintCopy: true, 10, 10, 20, 1_046_000_000_001);

    /// <summary>A contract whose lines were read, so that all derived columns have a value.</summary>
    public static Contract WithLines(long id)
    {
        var contract = Exchange(id);
        contract.TakeLines(
            [Line(contract, 9_000_000_000_001), Line(contract, 9_000_000_000_002, type: 34)],
            type => type.Value == 24688 ? new(CategoryId.Ship, "Rokh") : new(null, null));
        return contract;
    }

    /// <summary>A closed contract whose lines could not be read.</summary>
    public static Contract Closed(long id)
    {
        var contract = Exchange(id);
        contract.MissLines(Issued.AddMinutes(5), accepted: true);
        contract.Close(Issued.AddDays(1));
        return contract;
    }

    public static Contract WithBids(long id)
    {
        var contract = Auction(id);
        contract.TakeBids([new AuctionBid(contract.Id, 1, Domain.Isk.Of(5), Issued)], Issued.AddHours(1));
        return contract;
    }

    private static ListedContract Row(long id, ContractType type) => new()
    {
        Id = new ContractId(id),
        Type = type,
        IssuerId = new CharacterId(2_112_000_000_000),
        IssuerCorporationId = new CorporationId(98_000_001),
        ForCorporation = true,
        StartLocationId = new LocationId(60003760),
        Volume = 486_000.5,
        DateIssued = Issued,
        DateExpired = Issued.AddDays(14),
    };
}
