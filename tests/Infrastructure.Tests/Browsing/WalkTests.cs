using CsCheck;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Browsing.Differential;
using HangarBay.TestSupport;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class WalksOnSqlite() : WalkTests(DatabaseProvider.Sqlite);

public sealed class WalksOnPostgres() : WalkTests(DatabaseProvider.Postgres);

/// <summary>A walk by cursors while the market changes (B9).</summary>
public abstract class WalkTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task A_contract_that_stays_live_is_shown_once_while_others_come_and_go_between_pages()
    {
        // The test is skipped here where there is no server, because a sample cannot skip.
        await using (await TestDatabase.CreateAsync(provider, migrated: false))
        {
            await Gen.Select(AnyMarket.Corpus, AnyMarket.Corpus, Gen.Shuffle(Enum.GetValues<ContractSort>()), Gen.Int[0, 1000])
                .SampleAsync(WalkAsync, iter: 2, threads: 1, print: _ => "a market and what comes to it");
        }
    }

    /// <summary>Half of the sorts are ascending, half are descending.</summary>
    private async Task WalkAsync(Corpus corpus, Corpus later, ContractSort[] sorts, int chance)
    {
        await using var market = await StoredMarket.OfAsync(provider, corpus);
        var stored = corpus.Contracts.ToDictionary(fact => fact.Id);
        var newcomers = new Queue<Fact>(later.Contracts.Select((fact, index) => fact with { Id = 180_000_000 + (index % 2 * 20_000_000) + index }));
        for (var index = 0; index < sorts.Length; index++)
        {
            var query = new BrowseContracts
            {
                SortBy = sorts[index],
                SortDirection = (index + chance) % 2 == 0 ? SortDirection.Asc : SortDirection.Desc,
                Size = 17,
            };
            var throughout = new ExpectedPage(corpus with { Contracts = [.. stored.Values] }, query).All.Select(fact => fact.Id).ToHashSet();
            var walked = new List<long>();
            for (string? cursor = null; ;)
            {
                var page = await market.BrowseAsync(query with { Cursor = cursor });
                walked.AddRange(page.Items.Select(row => row.ContractId));
                if ((cursor = page.NextCursor) is null) break;

                // Removes the row that was shown last, so that the cursor's row no longer exists. Other rows come and go at random.
                var gone = new[] { walked[^1], stored.Keys.ElementAt((chance * 31 + walked.Count * 7) % stored.Count) }.Distinct().ToList();
                var changes = gone.Select(id => stored[id] with { ClosedAt = corpus.Now.AddMinutes(-1) }).ToList();
                if (newcomers.TryDequeue(out var newcomer)) changes.Add(newcomer);
                await market.WriteAsync(changes);
                foreach (var change in changes) stored[change.Id] = change;
                throughout.ExceptWith(gone);
            }

            Assert.Equal(walked.Count, walked.Distinct().Count());
            Assert.Empty(throughout.Except(walked));
        }
    }
}
