using HangarBay.Application.Contracts.BrowseContracts;

namespace HangarBay.Infrastructure.Tests.Browsing.Hot;

/// <summary>What PostgreSQL reads to answer the questions that are asked most, on sixteen thousand contracts with some forty thousand lines.</summary>
public sealed class HotQueryTests(HotMarket market) : IClassFixture<HotMarket>
{
    private static readonly int Page = new BrowseContracts().Size + 1;

    public static TheoryData<string> Questions => [.. HotQuery.All.Select(query => query.Name)];

    /// <summary>
    /// The bound follows from what an index can know: it leads to the candidates, of which the closed ones and those of another
    /// kind are thrown away, once. A page is allowed besides, for rows that are met along the sort.
    /// </summary>
    [SkippableTheory]
    [MemberData(nameof(Questions))]
    public async Task Rows_are_read_in_vain_no_more_often_than_there_are_candidates_and_a_page(string question)
    {
        await market.FillAsync();
        var query = HotQuery.All.Single(query => query.Name == question);
        var most = await market.CountAsync(query.Candidates) + Page;

        var plans = await market.PlansOfAsync(query);

        Assert.NotEmpty(plans);
        var removed = plans.Sum(plan => plan.Removed);
        Assert.True(removed <= most, $"{removed} rows were read in vain, at most {most} should be:\n{Worst(plans)}");
    }

    [SkippableTheory]
    [MemberData(nameof(Questions))]
    public async Task No_question_reads_all_contracts_or_all_lines(string question)
    {
        await market.FillAsync();

        var plans = await market.PlansOfAsync(HotQuery.All.Single(query => query.Name == question));

        Assert.True(plans.All(plan => plan.Scanned.Count == 0), Worst(plans));
    }

    [SkippableTheory]
    [InlineData("a search")]
    [InlineData("a search among ships")]
    public async Task A_search_that_finds_a_handful_asks_once(string question)
    {
        await market.FillAsync();

        var plans = await market.PlansOfAsync(HotQuery.All.Single(query => query.Name == question));

        Assert.Single(plans, plan => plan.Sql.Contains("title_search", StringComparison.Ordinal));
    }

    private static string Worst(IEnumerable<Plan> plans)
    {
        var worst = plans.OrderByDescending(plan => plan.Scanned.Count).ThenByDescending(plan => plan.Removed).First();
        return $"{worst.Sql}\n{worst.Text}";
    }
}
