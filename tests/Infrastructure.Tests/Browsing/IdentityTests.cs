using CsCheck;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Browsing.Differential;
using HangarBay.TestSupport;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class IdentitiesOnSqlite() : IdentityTests(DatabaseProvider.Sqlite);

public sealed class IdentitiesOnPostgres() : IdentityTests(DatabaseProvider.Postgres);

/// <summary>Relations between the answers to several queries that must hold on every market.</summary>
public abstract class IdentityTests(DatabaseProvider provider)
{
    private const int QueriesAMarket = 12;

    [SkippableFact]
    public Task Two_adjacent_ranges_together_find_every_contract_with_a_value() => OnAMarketAsync(
        async (market, corpus) =>
        {
            (Func<FactLine, int?> Of, Func<int?, int?, BrowseContracts> Between)[] families =
            [
                (line => line.Runs, (min, max) => new BrowseContracts { MinRuns = min, MaxRuns = max }),
                (line => line.Me, (min, max) => new BrowseContracts { MinMe = min, MaxMe = max }),
                (line => line.Te, (min, max) => new BrowseContracts { MinTe = min, MaxTe = max }),
            ];
            foreach (var (of, between) in families)
            {
                var any = corpus.Live.Where(fact => fact.Lines.Any(line => line.Offered && of(line) is not null)).Select(fact => fact.Id).Order().ToList();
                Assert.Equal(any, (await market.IdsAsync(between(0, null))).Order());
                foreach (var number in (int[])[0, 1, 7, 8, 10, 14, 199, 300, int.MaxValue - 1])
                {
                    var upTo = await market.IdsAsync(between(null, number));
                    var from = await market.IdsAsync(between(number + 1, null));
                    Assert.Equal(any, upTo.Union(from).Order());
                }
            }
        });

    [SkippableFact]
    public Task The_copy_filter_divides_all_contracts_with_known_lines() => OnAMarketAsync(async (market, corpus) =>
    {
        var known = corpus.Live.Where(fact => fact.State is LinesState.Read or LinesState.None).Select(fact => fact.Id).Order().ToList();

        var (with, without) = (await market.IdsAsync(new BrowseContracts { IsBpc = true }), await market.IdsAsync(new BrowseContracts { IsBpc = false }));

        Assert.NotEmpty(with);
        Assert.NotEmpty(without);
        Assert.Empty(with.Intersect(without));
        Assert.Equal(known, with.Concat(without).Order());
    });

    [SkippableFact]
    public Task Pages_and_cursors_show_every_row_once_and_in_the_same_order() => OnQueriesAsync(async (market, corpus, query) =>
    {
        var all = new ExpectedPage(corpus, query).All.Select(fact => fact.Id).ToList();
        var byPages = new List<long>();
        for (var page = 1; byPages.Count < all.Count; page++)
            byPages.AddRange((await market.BrowseAsync(query with { Page = page })).Items.Select(row => row.ContractId));

        Assert.Equal(all, byPages);
        Assert.Equal(all, await market.IdsAsync(query));
    });

    [SkippableFact]
    public Task Segment_counts_add_up_to_the_total_and_each_is_the_total_after_a_click() => OnQueriesAsync(async (market, _, query) =>
    {
        var page = await market.BrowseAsync(query);
        var counts = page.SegmentCounts;
        var all = counts.ItemExchange + counts.Auction + counts.Courier + counts.Loan + counts.Unknown;
        if (query is { ContractTypes.Count: 0, IsShipContract: null }) Assert.Equal(page.Total, all);

        (ContractType Type, int Count)[] segments =
        [
            (ContractType.ItemExchange, counts.ItemExchange), (ContractType.Auction, counts.Auction), (ContractType.Courier, counts.Courier),
            (ContractType.Loan, counts.Loan), (ContractType.Unknown, counts.Unknown),
        ];
        foreach (var (type, count) in segments)
        {
            var clicked = query with { ContractTypes = [type], IsShipContract = type.BearsLines() ? query.IsShipContract : null };
            Assert.Equal(count, (await market.BrowseAsync(clicked)).Total);
        }
    });

    [SkippableFact]
    public Task A_facet_value_counts_what_a_click_shows_and_a_missing_value_would_show_nothing() => OnQueriesAsync(async (market, corpus, query) =>
    {
        var facets = (await market.BrowseAsync(query with { Facets = Enum.GetValues<FacetFamily>() })).Facets!;
        int Clicked(BrowseContracts clicked) => new ExpectedPage(corpus, clicked).All.Count;
        void ThenEachIsWhatItShows(IdFacet facet, IEnumerable<int> all, IEnumerable<int> chosen, Func<int, BrowseContracts> click)
        {
            Assert.Equal(0, facet.LeftOut);
            Assert.Equal(facet.Values.OrderByDescending(value => value.Count).ThenBy(value => value.Id), facet.Values);
            Assert.All(all, id => Assert.Equal(Clicked(click(id)), facet.Values.SingleOrDefault(value => value.Id == id)?.Count ?? 0));
            Assert.Empty(chosen.Except(facet.Values.Select(value => value.Id)));
            Assert.Empty(facet.Values.Where(value => value.Count == 0).Select(value => value.Id).Except(chosen));
        }

        ThenEachIsWhatItShows(facets.Regions!, World.Regions.Keys, query.RegionIds.Select(id => id.Value), id => query with { RegionIds = [new(id)] });
        ThenEachIsWhatItShows(facets.Types!, World.Types.Select(type => type.Id), query.TypeIds.Select(id => id.Value), id => query with { TypeIds = [new(id)] });
        ThenEachIsWhatItShows(
            facets.Groups!, World.Types.Select(type => type.Group).OfType<int>(), query.GroupIds.Select(id => id.Value), id => query with { GroupIds = [new(id)] });
        ThenEachIsWhatItShows(
            facets.Categories!, World.Categories.Keys, query.CategoryIds.Select(id => id.Value), id => query with { CategoryIds = [new(id)] });
        Assert.All(facets.Security!.Values, value => Assert.Equal(Clicked(query with { Security = [value.Value] }), value.Count));
        Assert.All(facets.ContractTypes!.Values, value => Assert.Equal(Clicked(query with { ContractTypes = [value.Value] }), value.Count));
        Assert.All(facets.Segments!.Values, value => Assert.Equal(Clicked(query with { Segments = [value.Value] }), value.Count));
        Assert.Equal(new ExpectedPage(corpus, query with { Segments = [ContractSegment.Goods] }).Pending, facets.Segments.Pending);
        Assert.Equal(
            new ExpectedPage(corpus, query with { Segments = [] }).All.Count(fact => fact.Type is ContractType.Loan or ContractType.Unknown), facets.Segments.None);
        Assert.Equal((3, 5, 6), (facets.Security.Values.Count, facets.ContractTypes.Values.Count, facets.Segments.Values.Count));
    });

    private Task OnQueriesAsync(Func<StoredMarket, Corpus, BrowseContracts, Task> check) => OnAsync(
        AnyMarket.Corpus.SelectMany(corpus => AnyQuery.About(corpus, 1).Array[QueriesAMarket].Select(queries => (corpus, queries: queries.SelectMany(some => some)))),
        sample => sample.corpus,
        async (market, sample) =>
        {
            foreach (var asked in sample.queries) await check(market, sample.corpus, asked.Query with { Page = null, Size = Math.Max(7, asked.Query.Size) });
        });

    private Task OnAMarketAsync(Func<StoredMarket, Corpus, Task> check) => OnAsync(AnyMarket.Corpus, corpus => corpus, check);

    private async Task OnAsync<T>(Gen<T> samples, Func<T, Corpus> corpusOf, Func<StoredMarket, T, Task> check)
    {
        // The test is skipped here where there is no server, because a sample cannot skip.
        await using (await TestDatabase.CreateAsync(provider, migrated: false))
        {
            await samples.SampleAsync(
                async sample =>
                {
                    await using var market = await StoredMarket.OfAsync(provider, corpusOf(sample));
                    await check(market, sample);
                },
                iter: 2,
                threads: 1,
                print: sample => $"{corpusOf(sample).Contracts.Count} contracts");
        }
    }
}
