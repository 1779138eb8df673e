using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.Browser.Tests.Given;

/// <summary>The site on a market that has everything at least once, and more than one page of ships. No test changes it.</summary>
public sealed class Market : IAsyncLifetime
{
    /// <summary>A title that tries to attack the site with scripts and markup.</summary>
    public const string HostileTitle = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp; {{7*7}} ‮evil";

    /// <summary>A title without a place to break a line. Its contract shows it also while its lines are unread.</summary>
    public const string UnbrokenTitle = "WTS_Nyx_Fitted_For_Ratting_Including_All_The_Implants_And_Boosters_You_Will_Ever_Need_CHEAPCHEAP!!";

    /// <summary>How many contracts of ships contain a Rokh: sold, in a lot, and two in another region. An auction is no such contract.</summary>
    public const int Rokhs = 4;

    /// <summary>How many contracts sell a Rifter; only their price and their date of issue differ.</summary>
    private const int Rifters = 55;

    private ApiFactory _api = null!;

    /// <summary>The server of pictures; null: none.</summary>
    internal string? Images { get; init; }

    /// <summary>When the regions were last swept.</summary>
    internal DateTimeOffset AsOf { get; init; } = Universe.Noon.AddMinutes(-7);

    internal Uri Site { get; private set; } = null!;

    internal ApiFactory Api => _api;

    /// <summary>A Rokh with cargo for 285 million, with the hostile title.</summary>
    internal long RokhId { get; private set; }

    internal long AuctionId { get; private set; }

    internal long CourierId { get; private set; }

    internal long CopyId { get; private set; }

    internal long CopiesId { get; private set; }

    internal long WantedId { get; private set; }

    internal long LotId { get; private set; }

    /// <summary>Twenty kinds of blueprint copies, one of them twice, and a stack.</summary>
    internal long LargeLotId { get; private set; }

    internal long PendingId { get; private set; }

    internal long ClosedId { get; private set; }

    /// <summary>A contract that has expired, though its region was not swept since.</summary>
    internal long ExpiredId { get; private set; }

    internal long InNullSecId { get; private set; }

    internal long InAStructureId { get; private set; }

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(settings: new Dictionary<string, string>
        {
            ["Site:Images"] = Images ?? "",
            // As everywhere except on a developer's machine: a file that changes gets another address.
            ["EnableStaticAssetsDevelopmentCaching"] = "true",
            // Files are sent as they were compressed at build time. If they were reloaded, they would be sent no smaller.
            ["ReloadStaticAssetsAtRuntime"] = "false",
        });
        Site = _api.ClientOptions.BaseAddress;
        var nullSec = await _api.GivenAStationInNullSec();
        RokhId = await _api.GivenContract(AContract().Titled(HostileTitle).Priced(285_000_000).Offering(Universe.Rokh, Universe.Tritanium));
        AuctionId = await _api.GivenContract(AnAuction().Titled("Last one of its kind").Priced(1_000_000).Offering(Universe.Rokh).WithBidsOf(10_000_000, 12_500_000.5m)
            .With(row => row with { Buyout = 400_000_000, DateExpired = Universe.Noon.AddHours(2) }));
        CourierId = await _api.GivenContract(ACourier().With(row => row with
        {
            Title = "Fragile",
            EndLocationId = nullSec,
            Reward = 12_000_000,
            Collateral = 1_500_000_000,
            Volume = 62_500.5,
            DaysToComplete = 3,
        }));
        CopyId = await _api.GivenContract(AContract().Priced(90_000_000).OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14));
        CopiesId = await _api.GivenContract(AContract().Priced(150_000_000)
            .OfferingACopyOf(Universe.RokhBlueprint, runs: 10, me: 10, te: 20).OfferingACopyOf(Universe.RokhBlueprint, runs: 1, me: 0, te: 0));
        WantedId = await _api.GivenContract(AContract().Titled("need it today").Requesting(Universe.Rokh).With(row => row with { Reward = 250_000_000 }));
        LotId = await _api.GivenContract(AContract().Titled("Моя распродажа 売り切り").Priced(999_999_999_999.99m)
            .Offering(Universe.Rokh, Universe.Rifter, Universe.Tritanium, Universe.Tritanium, Universe.RokhBlueprint, Universe.NeverHeardOf));
        LargeLotId = await _api.GivenContract(Enumerable.Range(1, 20)
            .Aggregate(AContract().Priced(777_000_000), (lot, runs) => lot.OfferingACopyOf(Universe.RokhBlueprint, runs, me: 10, te: 20))
            .OfferingACopyOf(Universe.RokhBlueprint, runs: 7, me: 10, te: 20).OfferingAStackOf(Universe.Tritanium, 12_500_000));
        PendingId = await _api.GivenContract(AContract().Titled(UnbrokenTitle).Priced(17_000_000_000));
        ClosedId = await _api.GivenContract(AContract().Priced(5_000_000).Offering(Universe.Rifter).ClosedAt(Universe.Noon.AddHours(-3)));
        ExpiredId = await _api.GivenContract(AContract().Priced(5_000_000).Offering(Universe.Rifter)
            .With(row => row with { DateIssued = Universe.Noon.AddDays(-14), DateExpired = Universe.Noon.AddMinutes(-4) }));
        InNullSecId = await _api.GivenContract(AContract().Priced(310_000_000).Offering(Universe.Rokh).In(Universe.Domain).With(At(nullSec)));
        InAStructureId = await _api.GivenContract(AContract().Titled(UnbrokenTitle).Priced(295_500_000).Offering(Universe.Rokh).In(Universe.Domain).With(At(Universe.SomeStructure)));
        await _api.GivenContracts([.. Enumerable.Range(1, Rifters).Select(number => AContract().Priced(400_000 + (number * 1_000m)).Offering(Universe.Rifter)
            .With(row => row with { DateIssued = Universe.Noon.AddDays(-2).AddMinutes(number) }))]);
        await _api.GivenASweepOf([Universe.TheForge, Universe.Domain], AsOf);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private static Func<ListedContract, ListedContract> At(LocationId place) => row => row with { StartLocationId = place };
}
