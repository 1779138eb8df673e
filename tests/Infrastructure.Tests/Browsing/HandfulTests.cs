using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Browsing.Differential;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class HandfulsOnSqlite() : HandfulTests(DatabaseProvider.Sqlite);

public sealed class HandfulsOnPostgres() : HandfulTests(DatabaseProvider.Postgres);

/// <summary>A search whose matches are read at once where they are few, see <see cref="HandfulSpec"/>, and counted first where not: nobody sees which.</summary>
public abstract class HandfulTests(DatabaseProvider provider)
{
    private const int Most = HandfulSpec.Most;

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(Most - 1)]
    [InlineData(Most)]
    [InlineData(Most + 1)]
    public async Task As_many_matches_as_a_handful_or_one_more_are_listed_and_counted_by_the_rules(int matches)
    {
        // Where there is no server this skips.
        await using var market = await StoredMarket.OfAsync(provider, Market(matches));
        var search = new BrowseContracts { Search = "needle", Size = Most };
        foreach (var filtered in new[]
        {
            search, search with { ContractType = ContractType.Auction }, search with { ContractType = ContractType.Courier },
            search with { IsShipContract = true }, search with { IsShipContract = false }, search with { IsBpc = false },
            search with { IsShipContract = true, ContractType = ContractType.ItemExchange }, search with { MinPrice = 1_020 },
        })
        {
            foreach (var sort in (ContractSort[])[ContractSort.DateIssued, ContractSort.Price, ContractSort.ShipName])
            {
                foreach (var query in new[] { filtered with { SortBy = sort }, filtered with { SortBy = sort, Size = 7, Page = 2 }, filtered with { SortBy = sort, Page = 3 } })
                    await CompareAsync(market, Market(matches), query);
            }
        }
    }

    [SkippableTheory]
    [InlineData(Most)]
    [InlineData(Most + 1)]
    public async Task A_page_that_the_matches_just_fill_is_the_last(int matches)
    {
        await using var market = await StoredMarket.OfAsync(provider, Market(matches));

        var page = await market.BrowseAsync(new BrowseContracts { Search = "needle", Size = Most });

        Assert.Equal((Most, matches > Most), (page.Items.Count, page.NextCursor is not null));
        Assert.Equal(matches, (await market.IdsAsync(new BrowseContracts { Search = "needle", Size = 7 })).Distinct().Count());
    }

    private static async Task CompareAsync(StoredMarket market, Corpus corpus, BrowseContracts query)
    {
        var (expected, page) = (new ExpectedPage(corpus, query), await market.BrowseAsync(query));
        var skipped = query.Size * ((query.Page ?? 1) - 1);
        Assert.Equal(expected.All.Skip(skipped).Take(query.Size).Select(fact => fact.Id), page.Items.Select(row => row.ContractId));
        Assert.Equal((expected.All.Count, expected.Segments, expected.Pending), (page.Total, page.SegmentCounts, page.Pending));
        Assert.Equal(skipped + query.Size < expected.All.Count, page.NextCursor is not null);
    }

    /// <summary>Ships, other items, couriers and pending ones by turns, and as many again that nobody searches.</summary>
    private static Corpus Market(int matches) => new([.. Enumerable.Range(0, 2 * matches).Select(index => Fact(index, index < matches))], World.Noon, World.Noon.AddMinutes(-5));

    private static Fact Fact(int index, bool isMatch)
    {
        var type = (index % 4) switch { 0 or 1 => ContractType.ItemExchange, 2 => ContractType.Auction, _ => ContractType.Courier };
        var isRead = type != ContractType.Courier && index % 5 != 0;
        return new Fact
        {
            Id = 190_000_000 + (index * 7 % 1_000),
            Type = type,
            Region = World.Regions.First(region => region.Value.AsOf is not null).Key,
            Title = isMatch ? $"A Needle {index}" : "Hay",
            Price = type == ContractType.Courier ? null : 1_000 + (index % 50),
            Issued = World.Noon.AddHours(-1 - (index % 13)),
            Expires = World.Noon.AddDays(1),
            State = type == ContractType.Courier ? ItemsState.None : isRead ? ItemsState.Read : ItemsState.Pending,
            Lines = isRead ? [new FactLine(1, index % 2 == 0 ? 587 : 34, true, false, null, null, null)] : [],
        };
    }
}
