using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Tests.Given;

/// <summary>Objects with valid defaults with which tests begin. A test changes the one detail that matters.</summary>
internal static class Builders
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static readonly RegionId TheForge = new(10_000_002);

    public static ListedContract AListedContract(ContractType type = ContractType.ItemExchange) => new()
    {
        Id = new ContractId(190_000_001),
        Type = type,
        IssuerId = new CharacterId(2_112_000_001),
        IssuerCorporationId = new CorporationId(98_000_001),
        StartLocationId = new LocationId(60_003_760),
        DateIssued = Noon.AddDays(-1),
        DateExpired = Noon.AddDays(6),
    };

    /// <summary>A row with a value above zero in every term, whether its type has that term or not.</summary>
    public static ListedContract AListedContractWithEveryTerm(ContractType type) => AListedContract(type) with
    {
        Price = 100,
        Buyout = 200,
        Collateral = 300,
        Reward = 400,
        DaysToComplete = 5,
        EndLocationId = new LocationId(60_008_494),
        Volume = 80,
    };

    public static ContractBuilder AContract(ContractType type = ContractType.ItemExchange) => new(AListedContract(type));

    public static ContractBuilder AContract(ListedContract row) => new(row);

    public static RegionCoverage ARegionSweptAt(DateTimeOffset generation, params RegionPage[] pages)
    {
        var coverage = RegionCoverage.Of(TheForge);
        coverage.Complete(generation, pages, listed: 1000, ASchedule());
        return coverage;
    }

    public static RegionPage APage(int number, string etag = "\"one\"", params long[] ids) =>
        new(TheForge, number, etag, Noon, ids);

    public static SweepSchedule ASchedule(DateTimeOffset? expiresAt = null) =>
        new(Noon, expiresAt ?? Noon.AddMinutes(30), Noon.AddMinutes(31));
}
