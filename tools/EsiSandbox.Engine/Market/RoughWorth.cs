using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The price of a type's group, varied by type: orders of magnitude, but no prices that a player would believe.</summary>
internal sealed class RoughWorth : IWorth
{
    public static readonly RoughWorth Instance = new();

    public double Of(TypeFact type) => Pools.PriceOf(type);

    public double OfCopy(TypeFact blueprint, int runs, int material, int time) => Pools.PriceOf(blueprint) * (0.2 + runs / 50.0);

    public double OfOriginal(TypeFact blueprint, int material, int time) => Pools.PriceOf(blueprint) * 4;
}
