using System.Globalization;
using System.Text.Json;
using CsCheck;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Xunit.Abstractions;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>
/// Random queries over random markets, answered by SQLite, by PostgreSQL and by the rules in memory. All three answers must be equal.
/// <c>HANGARBAY_DIFFERENTIAL_QUERIES</c> sets a larger number of queries. <c>HANGARBAY_DIFFERENTIAL_SEED</c> repeats the run whose
/// failure printed it.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int QueriesAShape = 4;
    private const int ShapesACorpus = 125;

    private static readonly int Queries = int.TryParse(
        Environment.GetEnvironmentVariable("HANGARBAY_DIFFERENTIAL_QUERIES"), CultureInfo.InvariantCulture, out var queries) ? queries : 2_000;

    private readonly HashSet<string> _cut = [];
    private int _asked;
    private int _matched;

    [SkippableFact]
    public async Task Both_engines_answer_as_the_rules_do()
    {
        // The test is skipped here where there is no server, because a sample cannot skip.
        await using var server = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, migrated: false);
        await AnyMarket.Corpus
            .SelectMany(corpus => AnyQuery.About(corpus, QueriesAShape).Array[ShapesACorpus].Select(queries => (corpus, queries: queries.SelectMany(some => some).ToArray())))
            .SampleAsync(
                sample => CompareAsync(sample.corpus, sample.queries),
                seed: Environment.GetEnvironmentVariable("HANGARBAY_DIFFERENTIAL_SEED"),
                iter: Math.Max(1, Queries / (QueriesAShape * ShapesACorpus)),
                threads: 1,
                print: sample => $"{sample.corpus.Contracts.Count} contracts, {sample.queries.Length} queries");

        output.WriteLine($"{_asked} queries asked, {_matched} of them match rows.");
        Assert.True(_matched * 2 >= _asked, $"Only {_matched} of {_asked} queries match rows.");
        Assert.Equal(
            [
                "category_id", "collateral", "contract_type", "end_region_ids", "end_security", "end_station_ids", "end_system_ids", "ends_within", "group_id", "is_bpc",
                "is_ship_contract", "issuer_ids", "me", "price", "region_ids", "reward", "runs", "search", "security", "segment", "since", "single", "station_ids",
                "system_ids", "te", "type_ids", "unit_price", "volume",
            ],
            _cut.Order());
    }

    private async Task CompareAsync(Corpus corpus, Asked[] queries)
    {
        await using var sqlite = await StoredMarket.OfAsync(DatabaseProvider.Sqlite, corpus);
        await using var postgres = await StoredMarket.OfAsync(DatabaseProvider.Postgres, corpus);
        foreach (var asked in queries)
        {
            var expected = new ExpectedPage(corpus, asked.Query);
            _asked++;
            if (expected.All.Count > 0) _matched++;
            _cut.UnionWith(asked.Filters
                .Where(filter => new ExpectedPage(corpus, asked.Without(filter)).All.Count > expected.All.Count).Select(filter => filter.Name));

            var (one, other) = (Task.Run(() => sqlite.BrowseAsync(asked.Query)), Task.Run(() => postgres.BrowseAsync(asked.Query)));
            var next = Compare(asked.Query, asked.Query.Page ?? 1, expected, await one, await other);
            if (next is null || _asked % 3 > 0) continue;

            var on = asked.Query with { Page = null, Cursor = next };
            (one, other) = (Task.Run(() => sqlite.BrowseAsync(on)), Task.Run(() => postgres.BrowseAsync(on)));
            Compare(on, (asked.Query.Page ?? 1) + 1, expected, await one, await other);
        }
    }

    /// <summary>The cursor that both engines gave.</summary>
    private static string? Compare(BrowseContracts query, int page, ExpectedPage expected, ContractPage sqlite, ContractPage postgres)
    {
        var rows = expected.All.Skip((page - 1) * query.Size).Take(query.Size).Select(fact => ExpectedRow.Of(fact, query.Lang));
        var isLast = page * query.Size >= expected.All.Count;
        var byTheRules = sqlite with
        {
            Total = expected.All.Count,
            Page = page,
            Size = query.Size,
            Items = [.. rows],
            SegmentCounts = expected.Segments,
            UnknownSystemExcluded = expected.UnknownSystem,
            Pending = expected.Pending,
            NextCursor = isLast ? null : sqlite.NextCursor ?? "a cursor",
        };
        AssertSame("the rules and SQLite", query, byTheRules, sqlite);
        AssertSame("SQLite and PostgreSQL", query, sqlite, postgres);
        return sqlite.NextCursor;
    }

    private static void AssertSame(string whom, BrowseContracts query, ContractPage one, ContractPage other)
    {
        var (left, right) = (JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));
        if (left == right) return;
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
        Assert.Fail($"{whom} differ over {JsonSerializer.Serialize(query)}\n{Around(left)}\n{Around(right)}");
    }
}
