using HangarBay.EsiSandbox.Engine.Demo;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>What a demo asks for ships.</summary>
public sealed class DemoShipTests : DemoTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_ten_ship_contracts_six_offer_a_bare_hull_three_a_fitted_one_and_one_a_lot(long seed)
    {
        var sandbox = Demo(20_000, seed);
        var shares = All(sandbox).Where(contract => !IsTrap(contract) && OffersShip(sandbox, contract))
            .CountBy(contract => Kind(sandbox, contract)).ToDictionary();
        double ships = shares.Values.Sum();

        Assert.InRange(ships, 6_500, 8_200);
        Assert.InRange(shares["bare"] / ships, 0.57, 0.63);
        Assert.InRange(shares["fit"] / ships, 0.27, 0.33);
        Assert.InRange(shares["lot"] / ships, 0.08, 0.12);
    }

    [Fact]
    public void A_bare_hull_costs_its_true_value_give_or_take_15_per_cent()
    {
        var sandbox = Demo(20_000);
        double[] ratios = [.. All(sandbox)
            .Where(contract => contract is { IsAuction: false, Price: > 0 } && !IsTrap(contract) && OffersShip(sandbox, contract) && Kind(sandbox, contract) == "bare")
            .Select(contract => contract.Price / Offered(sandbox, contract).Sum(offer => TrueValues.OfUnit(offer.Type.Id)!.Value * offer.Line.Quantity))];

        Assert.True(ratios.Length > 3000, $"{ratios.Length}");
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.85, 1.15));
        Assert.InRange(ratios.Min(), 0.85, 0.88);
        Assert.InRange(ratios.Max(), 1.12, 1.15);
        Assert.InRange(ratios.Average(), 0.98, 1.02);
    }

    [Fact]
    public void A_fitted_ship_holds_a_whole_doctrine_and_takes_the_room_of_its_hull()
    {
        var sandbox = Demo();
        var fits = All(sandbox).Where(contract => OffersShip(sandbox, contract) && Kind(sandbox, contract) == "fit").ToArray();

        Assert.True(fits.Length > 150, $"{fits.Length}");
        Assert.All(fits, fit =>
        {
            var offered = Offered(sandbox, fit).ToArray();
            var doctrine = Doctrines.All.Single(doctrine => doctrine.Hull == offered[0].Type);
            Assert.Equal(doctrine.Hull.Volume, fit.Volume);
            Assert.Equal(
                doctrine.Fitted.Concat(doctrine.Hold).GroupBy(stack => stack.Type.Id, stack => (long)stack.Quantity).ToDictionary(type => type.Key, type => type.Sum()),
                offered.Skip(1).GroupBy(offer => offer.Type.Id, offer => offer.Line.Quantity).ToDictionary(type => type.Key, type => type.Sum()));
        });
        Assert.Equal(10, fits.Select(fit => Offered(sandbox, fit).First().Type).Distinct().Count());
    }

    [Fact]
    public void Lots_have_at_most_twenty_lines_but_two_have_three_hundred()
    {
        foreach (var days in new[] { 0, 3, 17, 40, 200 })
        {
            var sandbox = Demo(time: new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Start.AddDays(days)));
            int[] lines = [.. All(sandbox).Where(contract => OffersShip(sandbox, contract) && Kind(sandbox, contract) == "lot")
                .Select(contract => sandbox.Market.Lines(contract).Count).Order()];

            Assert.InRange(lines.Count(count => count == 300), 2, 3);
            Assert.All(lines.Where(count => count != 300), count => Assert.InRange(count, 2, DemoGoods.MostOfLot));
        }
    }

    [Fact]
    public void Most_ships_cost_what_a_player_has()
    {
        var sandbox = Demo();
        double[] prices = [.. All(sandbox).Where(contract => contract is { IsAuction: false, Price: > 0 } && OffersShip(sandbox, contract)).Select(contract => contract.Price).Order()];

        Assert.InRange(prices[prices.Length / 2], 5e6, 150e6);
        Assert.InRange(prices.Count(price => price > 10e9) / (double)prices.Length, 0, 0.01);
    }

    private static bool IsTrap(ContractTerms contract) => contract.Title.StartsWith(DemoTraps.Label, StringComparison.Ordinal);

    private static string Kind(Engine.Sandbox sandbox, ContractTerms contract)
    {
        var offered = Offered(sandbox, contract).ToArray();
        var hulls = offered.Where(offer => sandbox.Catalogue.CategoryOf(offer.Type) == Ship).ToArray();
        // Only what is inside a ship adds nothing to the volume.
        return offered.Length == 1 ? "bare" : hulls.Length == 1 && contract.Volume == hulls[0].Type.Volume ? "fit" : "lot";
    }
}
