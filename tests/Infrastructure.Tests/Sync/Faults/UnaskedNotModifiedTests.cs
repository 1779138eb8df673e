using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// A 304 stands for the known ids of a page (M3). Without known ids it means nothing; above all, it does not mean that a region is empty.
/// </summary>
public abstract class UnaskedNotModifiedTests(DatabaseProvider provider) : TwoPagesTest(provider)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_304_without_a_sent_tag_is_no_list(int page)
    {
        await ForgetTagsAsync();
        Esi.Faults.Add(new NotModifiedFault { Region = Forge, Page = page });

        var kept = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

        Assert.Contains("304", kept.Reason, StringComparison.Ordinal);
        Assert.Equal(Before, await OpenAsync());
    }

    [SkippableFact]
    public async Task A_304_without_a_sent_tag_is_retried()
    {
        await ForgetTagsAsync();
        Esi.Faults.Add(new NotModifiedFault { Region = Forge, Page = 2, Count = 1 });

        await SyncAsync();

        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task A_304_does_not_make_an_unread_region_covered()
    {
        var domain = new Domain.Universe.RegionId(10000043);
        Esi.Faults.Add(new NotModifiedFault { Region = 10000043 });

        Assert.IsType<SweepResult.KeptOldState>(await SendAsync(new SweepRegion(domain)));

        Assert.Null((await QueryAsync(context => context.Set<RegionCoverage>().SingleAsync(region => region.Id == domain))).AsOf);
        Esi.Faults.Clear();
        await SyncAsync(default, domain);
        await ThenItIsAsTheSandboxKnowsAsync(10000043);
    }

    /// <summary>Removes the tags of the pages, as after a doubtful list.</summary>
    private Task<int> ForgetTagsAsync() =>
        QueryAsync(context => context.Set<RegionPage>().ExecuteUpdateAsync(pages => pages.SetProperty(page => page.ETag, (string?)null)));
}

public sealed class UnaskedNotModifiedOnSqlite() : UnaskedNotModifiedTests(DatabaseProvider.Sqlite);

public sealed class UnaskedNotModifiedOnPostgres() : UnaskedNotModifiedTests(DatabaseProvider.Postgres);
