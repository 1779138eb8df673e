using HangarBay.Bench.Questions;

namespace HangarBay.Bench.Reading;

/// <summary>One of the requests that are measured.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Path">The path below <c>/api/v1/</c>.</param>
/// <param name="Floor">The goal without kept answers, as a fraction of the rate of a constant body.</param>
internal sealed record ReadRequest(string Name, string Path, double Floor = 0.12)
{
    /// <summary>One request of each kind.</summary>
    public static IReadOnlyList<ReadRequest> Kinds(ReadMarket market) =>
    [
        new("default list", "contracts/", 0.25),
        new("ships by price", "contracts/?is_ship_contract=true&min_price=50000000&max_price=1000000000&sort_by=price&sort_direction=asc"),
        new("search of a hull", $"contracts/?search={MarketShape.NameOf(24).Split(' ')[0]}"),
        new("blueprints, 2 %", "contracts/?min_me=10&min_runs=200"),
        new("blueprints, 27 %", "contracts/?min_me=8&min_runs=10"),
        new("page 200", "contracts/?page=200"),
        new("taxonomy", "contracts/taxonomy"),
        new("one contract", $"contracts/{market.FirstId}"),
    ];

    /// <summary>One request for every sort alone and every filter alone, with values that are in the market.</summary>
    public static async Task<IReadOnlyList<ReadRequest>> AloneAsync(HttpClient api)
    {
        var drawing = await Drawing.StartAsync(api);
        return
        [
            .. Drawing.Sorts().Select(question => new ReadRequest(question.Name, question.Path, 0.2)),
            .. drawing.Filters().Select(question => new ReadRequest(question.Name, question.Path)),
        ];
    }
}
