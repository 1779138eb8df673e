using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The types of a catalogue, grouped by the goods they are traded as.</summary>
internal sealed class Pools
{
    public Pools(Catalogue catalogue)
    {
        var ordered = catalogue.Types.Values.OrderBy(t => t.Id).ToArray();
        TypeFact[] Of(params int[] categories) =>
            [.. ordered.Where(t => categories.Contains(catalogue.CategoryOf(t)) && t.MarketGroupId is not null)];

        Hulls = Of(6);
        Modules = Of(7);
        Fittings = Of(7, 8, 18);
        Blueprints = [.. ordered.Where(t => catalogue.CategoryOf(t) == 9)];
        Wearables = [.. ordered.Where(t => catalogue.CategoryOf(t) is 20 or 30 or 91)];
        Stacks = Of(4, 5, 8, 17, 25, 43);
        Abyssal = [.. ordered.Where(t => catalogue.CategoryOf(t) == 7 && t.Name.Contains("Abyssal", StringComparison.Ordinal))];
        Anything = [.. ordered.Where(t => t.MarketGroupId is not null && catalogue.CategoryOf(t) != 9)];
    }

    public TypeFact[] Hulls { get; }
    public TypeFact[] Modules { get; }
    public TypeFact[] Fittings { get; }
    public TypeFact[] Blueprints { get; }
    public TypeFact[] Wearables { get; }
    public TypeFact[] Stacks { get; }
    public TypeFact[] Abyssal { get; }
    public TypeFact[] Anything { get; }

    /// <summary>A rough price of one item in ISK: the price of its group, varied by type.</summary>
    public static double PriceOf(TypeFact type)
    {
        var group = EmbeddedTables.GroupPrices.GetValueOrDefault(type.GroupId, 2_000_000);
        return group * (0.6 + Chance.Mix((ulong)type.Id) % 1000 / 1000.0);
    }
}
