using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>What things are worth, in ISK. Prices of generated contracts are made from it.</summary>
internal interface IWorth
{
    /// <summary>One unit. A blueprint counts as an unresearched original.</summary>
    double Of(TypeFact type);

    double OfCopy(TypeFact blueprint, int runs, int material, int time);

    double OfOriginal(TypeFact blueprint, int material, int time);
}
