using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>One server for all tests of a class that change nothing: a Rokh, an auction and a courier are listed.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    internal ApiFactory Api { get; private set; } = null!;

    internal long RokhId { get; private set; }

    internal long AuctionId { get; private set; }

    public async Task InitializeAsync()
    {
        Api = await ApiFactory.StartAsync();
        RokhId = await Api.GivenContract(ContractBuilder.AContract().Titled("Cheap <Rokh> & fittings").Priced(285_000_000).Offering(Universe.Rokh, Universe.Tritanium));
        AuctionId = await Api.GivenContract(ContractBuilder.AnAuction().Priced(1).Offering(Universe.Rifter).WithBidsOf(10, 12.5m));
        await Api.GivenContracts(
            ContractBuilder.ACourier().With(row => row with { Reward = 1_000_000, Volume = 320, Collateral = 5, DaysToComplete = 3 }),
            ContractBuilder.AContract().OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14),
            ContractBuilder.AContract());
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();
}
