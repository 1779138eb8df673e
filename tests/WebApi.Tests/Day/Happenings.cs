using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>The faults of six hours, repeated all day, and the downtime once a day.</summary>
internal static class Happenings
{
    private const int Forge = 10000002;
    private const int Domain = 10000043;
    private const int Heimatar = 10000030;
    private const int SinqLaison = 10000032;
    private const int Metropolis = 10000042;
    private const int Lonetrek = 10000016;
    private const int Citadel = 10000033;
    private const string Items = "/contracts/public/items/";

    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    /// <summary>Every kind of fault that a round puts in force.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["torn", "status", "ratelimit", "malformed", "truncated", "html", "stall", "emptypage", "skew"];

    public static IEnumerable<Happening> Of(TimeSpan day)
    {
        for (var start = TimeSpan.Zero; start < day; start += Round)
        {
            foreach (var happening in Six())
                yield return happening with { At = start + happening.At };
        }

        yield return new(TimeSpan.FromHours(5), day => day.GoDownAsync(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5)));
    }

    private static IEnumerable<Happening> Six() =>
    [
        Happening.After(0.75, day => day.Strike(
            new TornFault { Region = Forge, Page = 2, Count = 1 }, new TornFault { Region = Domain, Count = 1 })),
        Happening.After(0.9, day => day.Strike(
            new StatusFault(503) { Path = Items, Count = 30 },
            new StatusFault(502) { Region = Forge, Count = 2 },
            new StatusFault(520) { Path = "/contracts/public/", Count = 10 })),
        Happening.After(1.1, day => day.SpendTheErrorBudget(TimeSpan.FromMinutes(10))),
        Happening.After(1.45, day => day.Strike(new RateLimitFault(TimeSpan.FromMinutes(8)) { Count = 1 })),
        Happening.After(1.7, Malform),
        Happening.After(2.2, day => day.Strike(
            new TruncatedFault { Region = Forge, Page = 1, Count = 1 },
            new TruncatedFault(Chunked: true) { Path = Items, Count = 3 },
            new HtmlFault { Path = "/contracts/public/", Count = 5 })),
        Happening.After(2.4, day => day.Strike(
            new StallFault { Region = Heimatar, Count = 1 }, new StallFault { Path = Items, Count = 2 })),
        Happening.After(2.6, day => day.Strike(new StatusFault(500) { Region = Domain })),
        new(TimeSpan.FromHours(3), day => day.RestartAsync()),
        Happening.After(3.3, day => day.DropThreeInFive(Heimatar)),
        Happening.After(3.8, day => day.Strike(
            new EmptyPageFault { Region = SinqLaison, Count = 1 }, new EmptyPageFault { Region = Forge, Page = 2, Count = 1 })),
        Happening.After(4.1, day =>
        {
            day.Strike(new StatusFault(403) { Path = Items, Count = 5 }, new StatusFault(500) { Path = "/contracts/public/bids/", Count = 10 });
            day.Esi.Market.Add(Forge, 15);
        }),
        Happening.After(4.6, day => day.Heal(Domain)),
        Happening.After(4.7, day => day.Strike(new SkewFault(TimeSpan.FromSeconds(1)) { Region = Forge, Page = 3, Count = 2 })),
    ];

    /// <summary>Puts each kind of malformed row on a list of its own, so that none hides another.</summary>
    private static void Malform(MarketDay day) => day.Strike(
        new MalformedFault(RowDamage.HugeId) { Region = Forge, Page = 1, Count = 1 },
        new MalformedFault(RowDamage.BadDate) { Region = Forge, Page = 2, Count = 1 },
        new MalformedFault(RowDamage.NegativeVolume) { Region = Forge, Page = 3, Count = 1 },
        new MalformedFault(RowDamage.DuplicateAcross) { Region = Forge, Page = 4, Count = 1 },
        new MalformedFault(RowDamage.UnknownType) { Region = Domain, Count = 1 },
        new MalformedFault(RowDamage.Duplicate) { Region = Heimatar, Count = 1 },
        new MalformedFault(RowDamage.Unordered) { Region = SinqLaison, Count = 1 },
        new MalformedFault(RowDamage.WildTitle) { Region = Metropolis, Count = 1 },
        new MalformedFault(RowDamage.MissingId) { Region = Lonetrek, Count = 1 },
        new MalformedFault(RowDamage.MissingPrice) { Region = Citadel, Count = 1 });
}
