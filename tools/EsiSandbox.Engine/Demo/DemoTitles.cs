using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>
/// Titles as players write them, of at most 50 characters. They say what is true of the contract. One titled contract in a hundred has a
/// title that attacks a page, because readers of a real market meet some too.
/// </summary>
internal static class DemoTitles
{
    private const double HostilePercent = 1;

    internal static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<b>Fleet ready</b>", "<color=0xff00ff00>SALE</color>",
        "https://example.com/?q=<cheap>&x=\"1\"", "ﷺ RTL שלום", "\u202Eelas rof", "'; DROP TABLE contracts; --", "{{7*7}} ${7*7} %s",
    ];

    private static readonly string[] Parcels =
        ["rush", "no hurry", "thanks for hauling o7", "moving house", "ships inside", "minerals", "fragile :)", "Umzug", "доставка", "引っ越し", "déménagement"];

    private static readonly string[] Sales =
        ["hangar sale", "moving out", "quitting, all must go", "cleanout", "spare", "o7 fly safe", "распродажа", "二手", "在庫整理", "Räumungsverkauf", "déstockage", "세일", "liquidación"];

    public static string Fit(Doctrine fit, long id, ref Chance chance) =>
        Of(55, chance.Pick([fit.Name, $"{fit.Name}, fitted", $"{fit.Name}, ready to fly", $"Fitted {fit.Hull.Name}", $"{fit.Hull.Name} + rigs + ammo"]), id, ref chance);

    public static string Copy(Line copy, long id, ref Chance chance) => Of(
        40,
        copy.Material > 0
            ? chance.Pick([$"{copy.Material}/{copy.Time}", $"{copy.Runs} {(copy.Runs == 1 ? "run" : "runs")} {copy.Material}/{copy.Time}", $"BPC ME {copy.Material} TE {copy.Time}"])
            : chance.Pick(["BPC", $"{copy.Runs}-run copy"]),
        id,
        ref chance);

    public static string Original(Line original, long id, ref Chance chance) =>
        Of(45, original.Material is null ? "BPO" : $"BPO {original.Material}/{original.Time ?? 0}", id, ref chance);

    public static string Pack(int lines, long id, ref Chance chance) => Of(40, $"{lines} BPCs", id, ref chance);

    public static string Lot(int lines, long id, ref Chance chance) => Of(50, chance.Pick([$"{lines} lines", "mixed lot", chance.Pick(Sales)]), id, ref chance);

    public static string Sale(long id, ref Chance chance) => Of(12, chance.Pick(Sales), id, ref chance);

    public static string Courier(long id, ref Chance chance) => Of(30, chance.Pick(Parcels), id, ref chance);

    private static string Of(double percent, string title, long id, ref Chance chance)
    {
        if (!chance.Percent(percent))
            return "";
        return chance.Percent(HostilePercent) ? Hostile[id % Hostile.Length] : title;
    }
}
