using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.GetContract;
using HangarBay.Domain.Contracts;
using MediatR;
using Browse = HangarBay.Application.Contracts.BrowseContracts.BrowseContracts;

namespace HangarBay.Infrastructure.Tests.Browsing.Hot;

/// <summary>A question that is asked all the time.</summary>
/// <param name="Name">In words.</param>
/// <param name="Ask">How it is asked.</param>
/// <param name="Candidates">
/// Counts what nothing but the rows themselves can tell apart from its matches: an index finds those, and what is closed or of
/// another kind among them is thrown away. None where an index alone knows the matches.
/// </param>
internal sealed record HotQuery(string Name, Func<IMediator, Task> Ask, string Candidates)
{
    private const string Nothing = "SELECT 0::bigint";

    public static IReadOnlyList<HotQuery> All { get; } =
    [
        Listing("the default list", new Browse(), Nothing),
        Listing(
            "ships by price",
            new Browse { IsShipContract = true, MinPrice = 50_000_000, MaxPrice = 1_000_000_000, SortBy = ContractSort.Price, SortDirection = SortDirection.Asc },
            Nothing),
        Listing(
            "a search",
            new Browse { Search = HotCorpus.AHull },
            "SELECT count(*) FROM contracts WHERE title_search LIKE '%hullaro%'"),
        Listing(
            "a search among ships",
            new Browse { Search = HotCorpus.AHull, IsShipContract = true },
            "SELECT count(*) FROM contracts WHERE title_search LIKE '%hullaro%'"),
        Listing("blueprints that few have", new Browse { MinMe = 10, MinRuns = 200 }, Nothing),
        Listing("blueprints that many have", new Browse { MinMe = 8, MinRuns = 10 }, PassedFor(8, 10)),
        Listing("a page far on", new Browse { Page = 100 }, Nothing),
        Listing(
            "a kind in one region",
            new Browse { RegionIds = [HotCorpus.SmallRegion], ContractType = ContractType.Courier },
            $"SELECT count(*) FROM contracts WHERE closed_at IS NULL AND region_id = {HotCorpus.SmallRegion}"),
        new("one contract", mediator => mediator.Send(new GetContract { ContractId = HotCorpus.ALiveOne }), Nothing),
    ];

    private static HotQuery Listing(string name, Browse query, string candidates) => new(name, mediator => mediator.Send(query), candidates);

    /// <summary>So many contracts, and lines of theirs, lie between the matches of a page along the sort, where these lie anywhere.</summary>
    private static string PassedFor(int efficiency, int runs) => $"""
        SELECT {new Browse().Size + 1} * (count(DISTINCT contract_id) + count(record_id)) / count(DISTINCT contract_id) FILTER (WHERE {Meets(efficiency, runs)})
        FROM contracts LEFT JOIN open_lines USING (contract_id)
        WHERE closed_at IS NULL
        """;

    private static string Meets(int efficiency, int runs) => $"material_efficiency >= {efficiency} AND runs >= {runs}";
}
