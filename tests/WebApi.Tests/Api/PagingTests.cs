using System.Net;
using System.Text.Json;
using HangarBay.Domain.Catalogue;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqlitePagingTests() : PagingTests(DatabaseProvider.Sqlite);

public sealed class PostgresPagingTests() : PagingTests(DatabaseProvider.Postgres);

/// <summary>How rows are sorted and cut into pages (B8, B9).</summary>
public abstract class PagingTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableTheory]
    [InlineData("date_issued")]
    [InlineData("date_expired")]
    [InlineData("price")]
    [InlineData("buyout")]
    [InlineData("collateral")]
    [InlineData("reward")]
    [InlineData("reward_per_volume")]
    [InlineData("volume")]
    [InlineData("days_to_complete")]
    [InlineData("ship_name")]
    public async Task Rows_sort_both_ways_with_nulls_last_and_pages_show_each_once(string sort)
    {
        ContractBuilder Auction(int rank, TypeId ship) => AnAuction().Offering(ship).Priced(rank).With(row => row with
        {
            Buyout = rank * 10,
            DateIssued = Universe.Noon.AddDays(-10 + rank),
            DateExpired = Universe.Noon.AddDays(rank),
            Volume = rank,
        });
        ContractBuilder Courier(int rank) => ACourier().With(row => row with
        {
            Collateral = rank,
            Reward = rank * 100,
            Volume = 10,
            DaysToComplete = rank,
            DateIssued = Universe.Noon.AddDays(-10 + rank),
            DateExpired = Universe.Noon.AddDays(rank),
        });
        await Api.GivenContracts(
            Auction(2, Universe.Rokh), Auction(1, Universe.Rifter), Auction(2, Universe.Rokh), Courier(1), Courier(2), Courier(2),
            AContract().Offering(Universe.Tritanium));

        var up = await PagesAsync($"sort_by={sort}&sort_direction=asc");
        var down = await PagesAsync($"sort_by={sort}&sort_direction=desc");

        Assert.Equal(7, up.Distinct().Count());
        Assert.Equal(up.Order(), down.Order());
        var key = await KeysAsync(sort);
        var known = up.TakeWhile(id => key[id] is not null).ToList();
        Assert.True(known.Count >= 3);
        Assert.All(up.Skip(known.Count), id => Assert.Null(key[id]));
        Assert.Equal(up.Where(id => key[id] is not null).OrderBy(id => key[id]).ThenBy(id => id), known);
        Assert.Equal(known.AsEnumerable().Reverse(), down.Take(known.Count));
        Assert.Equal(up.Skip(known.Count).Reverse(), down.Skip(known.Count));
    }

    [SkippableFact]
    public async Task The_newest_come_first_by_default()
    {
        var ids = await Api.GivenContracts(
            AContract().With(row => row with { DateIssued = Universe.Noon.AddDays(-3) }),
            AContract().With(row => row with { DateIssued = Universe.Noon.AddDays(-2) }));

        Assert.Equal(ids.Reverse(), (await BrowseAsync("")).Ids);
    }

    [SkippableFact]
    public async Task A_page_past_the_end_is_empty_with_the_true_total()
    {
        await Api.GivenContracts(AContract(), AContract(), AContract());

        var past = await BrowseAsync("page=3&size=2");

        Assert.Equal([], past.Ids);
        Assert.Equal(3, past.Total);
        Assert.Single((await BrowseAsync("page=2&size=2")).Ids);
    }

    [SkippableFact]
    public async Task A_walk_by_cursors_goes_on_after_the_last_row_and_ends_without_one()
    {
        var ids = await Api.GivenContracts([.. Enumerable.Range(1, 5).Select(rank => AContract().Priced(rank % 2))]);

        var walked = new List<long>();
        var page = await BrowseAsync("sort_by=price&sort_direction=asc&size=2");
        for (var number = 1; ; number++)
        {
            walked.AddRange(page.Ids);
            Assert.Equal((5, number), (page.Total, page.Json.GetProperty("page").GetInt32()));
            if (page.Json.GetProperty("next_cursor").GetString() is not { } cursor) break;
            page = await BrowseAsync($"sort_by=price&sort_direction=asc&size=2&cursor={cursor}");
        }

        Assert.Equal([ids[1], ids[3], ids[0], ids[2], ids[4]], walked);
    }

    [SkippableFact]
    public async Task A_cursor_belongs_to_its_query_and_to_no_other()
    {
        await Api.GivenContracts(AContract().Priced(5).Offering(Universe.Rokh), AContract().Priced(5).Offering(Universe.Rokh));
        var cursor = (await BrowseAsync("size=1&type_ids=24688&type_ids=587&min_price=0&sort_by=date_expired")).Json.GetProperty("next_cursor").GetString()!;

        (await BrowseAsync($"size=50&type_ids=587&type_ids=24688&type_ids=587&min_price=0.00&sort_by=date_expired&lang=ja&cursor={cursor}")).Expect(HttpStatusCode.OK);
        Assert.NotEmpty(cursor);
        foreach (var other in (string[])["", "type_ids=24688&sort_by=date_expired", "type_ids=24688&type_ids=587&min_price=0", "page=2"])
        {
            var refused = await BrowseAsync($"{other}&cursor={cursor}");
            Assert.Equal(["cursor"], refused.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
        }
    }

    private async Task<List<long>> PagesAsync(string query)
    {
        var ids = new List<long>();
        for (var page = 1; page <= 4; page++) ids.AddRange((await BrowseAsync($"{query}&size=2&page={page}")).Ids);
        return ids;
    }

    /// <summary>The sort value of each row, as it is shown; for names the label of ships.</summary>
    private async Task<Dictionary<long, IComparable?>> KeysAsync(string sort)
    {
        var rows = (await BrowseAsync("")).Json.GetProperty("items").EnumerateArray();
        return rows.ToDictionary(row => row.GetProperty("contract_id").GetInt64(), row =>
        {
            if (sort == "ship_name" && !row.GetProperty("is_ship_contract").GetBoolean()) return null;
            var value = row.GetProperty(sort == "ship_name" ? "primary_label" : sort);
            return value.ValueKind switch
            {
                JsonValueKind.Null => (IComparable?)null,
                JsonValueKind.Number => value.GetDecimal(),
                _ => value.GetString(),
            };
        });
    }
}
