namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Titles as players write them: mostly none, else any text of up to 50 characters.</summary>
internal static class Titles
{
    private static readonly string[] Blueprint =
    [
        "10/20", "10/20", "10 runs 10/20 BPC", "Original BPO 10/20", "ME 10, TE 20 - Fully Researched", "8/16 BPO", "1500 runs 10/20",
        "10/20 PERFECTLY FULLY RESEARCHED BPO *****", "Complete Bpc Pack", "R:60 10/20", "5*50 run",
    ];

    private static readonly string[] Ship =
    [
        "Fitted, ready to fly", "PvP fit, cheap", "Doctrine fit T2 rigs", "+implants", "Cheaper than Jita sell", "Ратный корабль, фит", "全套配置 低价出售",
        "即戦力フィット済み", "출고 준비 완료", "🚀 fly safe o7 🚀", "Full fit + ammo + cap boosters + drones, no lowbal", "<b>Fleet ready</b>",
    ];

    private static readonly string[] Any =
    [
        "", "10", "cleanout", "hangar sale", "www.example.com/market", "https://example.com/?q=<cheap>&x=\"1\"", "<color=0xff00ff00>SALE</color>",
        "колекционное", "T2 rigs", "%3.2 speed reduction", "29052019", "Rare collectors item", "MONSTER medium neut +17.3GJ drain amount!",
        "O'Neill & sons", "<script>alert(1)</script>", "二手", "50% off!!! 50% off!!! 50% off!!! 50% off!!! 50% of", " ", "¯\\_(ツ)_/¯", "ﷺ RTL שלום",
    ];

    public static string For(GoodsKind? kind, long seed, long contractId)
    {
        var chance = Chance.Of(seed, contractId, Purpose.Title);
        var (list, percent) = kind switch
        {
            GoodsKind.BlueprintCopy or GoodsKind.BlueprintPack or GoodsKind.BlueprintOriginal => (Blueprint, 30.0),
            GoodsKind.FittedShip => (Ship, 45.0),
            _ => (Any, 12.0),
        };
        return chance.Percent(percent) ? chance.Pick(list) : "";
    }
}
