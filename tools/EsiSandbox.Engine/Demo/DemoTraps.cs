using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>
/// Scams as they are seen on the real market, planted as a demonstration: title and terms disagree. Each title says that it is one, so that
/// nobody takes the sample's maker for a cheat.
/// </summary>
internal static class DemoTraps
{
    /// <summary>How every title of a trap begins.</summary>
    public const string Label = "Demo trap: ";

    public const int Kinds = 6;

    /// <param name="kind">From 0 to below <see cref="Kinds"/>.</param>
    public static ContractTerms Make(ContractTerms contract, int kind)
    {
        var basket = new Basket(contract.Id, TrueValues.Instance);
        var (title, price) = kind switch
        {
            0 => Lookalike(basket),
            1 => BlueprintForShip(basket),
            2 => CopyForOriginal(basket),
            3 => OneForTen(basket),
            4 => OneZeroMore(basket),
            _ => AsksForItems(basket),
        };
        return contract with { Title = Label + title, Price = ContractMaker.Rounded(price, 3), Lines = basket.Lines, Volume = basket.Volume };
    }

    private static (string Title, double Price) Lookalike(Basket basket)
    {
        basket.Offer(DemoFacts.Type("Raven"), packaged: false);
        return ("Raven Navy Issue", 0.9 * WorthOf("Raven Navy Issue"));
    }

    private static (string Title, double Price) BlueprintForShip(Basket basket)
    {
        basket.OfferCopy(DemoFacts.Type("Machariel Blueprint"), runs: 1, material: 0, time: 0);
        return ("Machariel", 0.9 * WorthOf("Machariel"));
    }

    private static (string Title, double Price) CopyForOriginal(Basket basket)
    {
        basket.OfferCopy(DemoFacts.Type("Rokh Blueprint"), runs: 10, material: 10, time: 20);
        return ("Rokh BPO 10/20", 0.8 * WorthOf("Rokh Blueprint"));
    }

    private static (string Title, double Price) OneForTen(Basket basket)
    {
        basket.Offer(DemoFacts.Type("Caracal"));
        return ("10 x Caracal", 9 * WorthOf("Caracal"));
    }

    private static (string Title, double Price) OneZeroMore(Basket basket)
    {
        basket.Offer(DemoFacts.Type("Vindicator"), packaged: false);
        return (FormattableString.Invariant($"Vindicator for {WorthOf("Vindicator") / 1e6:F0} million"), 10 * WorthOf("Vindicator"));
    }

    private static (string Title, double Price) AsksForItems(Basket basket)
    {
        basket.Offer(DemoFacts.Type("Ishtar"));
        basket.Request(DemoFacts.Type("PLEX"), 100);
        return ("Ishtar for 1 ISK", 1);
    }

    private static double WorthOf(string type) => TrueValues.Instance.Of(DemoFacts.Type(type));
}
