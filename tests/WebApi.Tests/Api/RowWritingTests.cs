using System.Text.Json;
using HangarBay.Application.Contracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebApi.Json;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>Hand-written code writes rows as JSON. Its output must be equal to that of the serializer.</summary>
public sealed class RowWritingTests
{
    private static readonly DateTimeOffset Instant = new(2026, 3, 14, 12, 0, 0, 123, TimeSpan.Zero);

    private static readonly ContractRow Bare = new()
    {
        ContractId = 190_000_001,
        Type = ContractType.Unknown,
        Title = "",
        PrimaryLabel = "Contract 190000001",
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
        StartLocationId = null,
        StartLocationName = null,
        StartLocationSystemId = null,
        StartLocationRegionId = 10_000_002,
        StartSecurity = null,
        EndLocationId = null,
        EndLocationName = null,
        EndLocationSystemId = null,
        DateIssued = Instant,
        DateExpired = Instant.AddDays(14),
        FirstSeenAt = Instant.AddMinutes(-1),
        LastSeenAt = null,
        IsShipContract = null,
        IsBlueprintCopyContract = null,
        IsWantToBuy = null,
        AsksForItems = null,
        LinesPending = true,
        CurrentBid = null,
        BidCount = null,
        Composition = null,
        BlueprintSummary = null,
    };

    private static readonly ContractRow Full = Bare with
    {
        Type = ContractType.ItemExchange,
        Title = "<b>\"Rokh\" & more</b> 艦隊 🚀",
        PrimaryLabel = "Ångström's Rokh",
        Price = Isk.Of(285_000_000),
        UnitPrice = Isk.Of(0.03m),
        Buyout = Isk.Of(0.01m),
        Collateral = Isk.FromHundredths(long.MaxValue),
        Reward = default(Isk),
        RewardPerVolume = 0.1 + 0.2,
        Volume = 486_000.5,
        DaysToComplete = 3,
        IssuerName = "Ada Lovelace",
        IssuerCorporationName = "Analytical Engines",
        ForCorporation = true,
        StartLocationId = 60_003_760,
        StartLocationName = "Jita IV - Moon 4",
        StartLocationSystemId = 30_000_142,
        StartSecurity = 0.9m,
        EndLocationId = 1_035_000_000_001,
        EndLocationName = "The Palace",
        EndLocationSystemId = 30_004_759,
        LastSeenAt = Instant,
        IsShipContract = true,
        IsBlueprintCopyContract = true,
        IsWantToBuy = false,
        AsksForItems = false,
        LinesPending = false,
        CurrentBid = Isk.Of(1.10m),
        BidCount = 0,
        Composition = new LotComposition([new LotCategory(6, "Ship", 2), new LotCategory(null, null, 1)], 3, null),
        BlueprintSummary = new BlueprintTerms(10, null, 20, 1, BlueprintKind.Copy, 0, 10, 10, 2, 3, 20, 20),
    };

    public static TheoryData<ContractRow> Rows =>
    [
        Bare, Full,
        Full with { Composition = new LotComposition([], 0, 1e-9), StartSecurity = -0.4m, Volume = 1e21, BlueprintSummary = new BlueprintTerms(null, 10, null, 2, BlueprintKind.Both, 7, null, null, 10, 10, null, null) },
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_hand_written_JSON_of_a_row_equals_that_of_the_serializer(ContractRow row)
    {
        var reflection = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        reflection.SpeakWireFormat();

        Assert.Equal(JsonSerializer.Serialize(row, reflection), JsonSerializer.Serialize(row, WireFormat.Answers));
    }

    [Fact]
    public void Money_has_both_its_decimals() => Assert.Equal(
        ["0.00", "0.01", "1.10", "285000000.00", "92233720368547758.07"],
        new[] { 0, 1, 110, 28_500_000_000, long.MaxValue }.Select(hundredths => JsonSerializer.Serialize(Isk.FromHundredths(hundredths), WireFormat.Answers)));
}
