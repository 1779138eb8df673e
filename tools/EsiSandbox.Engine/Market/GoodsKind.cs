namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>What kind of goods a contract trades.</summary>
internal enum GoodsKind
{
    Hull,
    FittedShip,
    MixedLot,
    BlueprintCopy,
    BlueprintPack,
    BlueprintOriginal,
    Module,
    Wearable,
    Stack,
    Abyssal,

    /// <summary>Only requested rows: want-to-buy.</summary>
    Wanted,

    /// <summary>Offered rows and requested ones.</summary>
    Swap,
}

/// <param name="Value">Rough ISK of the offered rows, or of the requested ones where nothing is offered.</param>
/// <param name="Volume">m³ of the offered rows.</param>
internal sealed record Goods(GoodsKind Kind, IReadOnlyList<Line> Lines, double Value, double Volume);
