using HangarBay.Application.Contracts.GetContract;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Bench.Reading.Bare;
using HangarBay.Domain.Contracts;
using MediatR;
using Browse = HangarBay.Application.Contracts.BrowseContracts.BrowseContracts;
using ContractSort = HangarBay.Application.Contracts.BrowseContracts.ContractSort;
using SortDirection = HangarBay.Application.Contracts.BrowseContracts.SortDirection;

namespace HangarBay.Bench.Reading;

/// <summary>One of the requests that are measured.</summary>
/// <param name="Name">As tables show it.</param>
/// <param name="Path">Below <c>/api/v1/</c>.</param>
/// <param name="Floor">The least that is wanted a second, of the small market.</param>
/// <param name="LargeFloor">The same of the large one.</param>
/// <param name="Asked">What the path makes the application ask.</param>
/// <param name="Bare">How the bare endpoint answers it.</param>
internal sealed record ReadRequest(string Name, string Path, int Floor, int LargeFloor, Func<IMediator, Task> Asked, BareAnswer Bare)
{
    private static readonly string Hull = MarketShape.NameOf(24).Split(' ')[0];

    public static IReadOnlyList<ReadRequest> All { get; } =
    [
        Listing("default list", "contracts/", 850, 600, new Browse(), BareQueries.DefaultList()),
        Listing(
            "ships by price", "contracts/?is_ship_contract=true&min_price=50000000&max_price=1000000000&sort_by=price&sort_direction=asc", 1000, 600,
            new Browse { IsShipContract = true, MinPrice = 50_000_000, MaxPrice = 1_000_000_000, SortBy = ContractSort.Price, SortDirection = SortDirection.Asc },
            BareQueries.ShipsByPrice(50_000_000, 1_000_000_000)),
        Listing("search of a hull", $"contracts/?search={Hull}", 500, 200, new Browse { Search = Hull }, BareQueries.Search(Hull.ToLowerInvariant())),
        Listing("blueprints, 2 %", "contracts/?min_me=10&min_runs=200", 300, 60, new Browse { MinMe = 10, MinRuns = 200 }, BareQueries.FewBlueprints(10, 200)),
        Listing("blueprints, 27 %", "contracts/?min_me=8&min_runs=10", 120, 20, new Browse { MinMe = 8, MinRuns = 10 }, BareQueries.ManyBlueprints(8, 10)),
        Listing("page 200", "contracts/?page=200", 400, 150, new Browse { Page = 200 }, BareQueries.Page(200)),
        new("taxonomy", "contracts/taxonomy", 2000, 1000, mediator => mediator.Send(new GetTaxonomy()), new BareTaxonomy()),
        new(
            "one contract", "contracts/190050000", 1500, 1500,
            mediator => mediator.Send(new GetContract { ContractId = new ContractId(190_050_000) }), new BareContract(190_050_000)),
    ];

    /// <summary>Those whose median is looked at by one connection alone, on SQLite: with the most milliseconds it may take.</summary>
    public static IReadOnlyList<(ReadRequest Request, int Milliseconds)> AskedAlone { get; } = [(All[0], 5), (All[2], 20)];

    public int FloorOf(ReadMarket market) => market.IsLarge ? LargeFloor : Floor;

    private static ReadRequest Listing(string name, string path, int floor, int largeFloor, Browse asked, BareAnswer bare) =>
        new(name, path, floor, largeFloor, mediator => mediator.Send(asked), bare);
}
