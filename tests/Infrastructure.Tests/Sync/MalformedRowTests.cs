using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>One bad row never stops a page, and it is reported (M9). The middle row of the page is the bad one.</summary>
public abstract class MalformedRowTests(DatabaseProvider provider) : SyncTest(provider)
{
    private long Middle => Listed[Listed.Count / 2];

    [SkippableTheory]
    [InlineData(RowDamage.NegativeVolume, "volume is negative")]
    [InlineData(RowDamage.BadDate, "date_expired")]
    [InlineData(RowDamage.HugeId, "contract_id")]
    [InlineData(RowDamage.MissingId, "contract_id is missing")]
    public async Task A_row_that_cannot_be_kept_is_set_aside_with_a_reason_and_the_rest_lands(RowDamage damage, string reason)
    {
        Esi.Faults.Add(new MalformedFault(damage) { Region = Forge });

        var result = await SweepWellAsync();

        Assert.Equal((Listed.Count - 1, 1), (result.New, result.Quarantined));
        Assert.Equal(Listed.Where(id => id != Middle), await OpenAsync());
        var entry = Assert.Single(await QuarantineAsync());
        Assert.Contains(reason, entry.Reason, StringComparison.Ordinal);
        Assert.Equal((TheForge, 1), (entry.RegionId!.Value, entry.Times));
    }

    [SkippableTheory]
    [InlineData(RowDamage.MissingPrice)]
    [InlineData(RowDamage.WildTitle)]
    public async Task A_row_that_is_odd_but_allowed_is_kept_without_an_entry_in_quarantine(RowDamage damage)
    {
        Esi.Faults.Add(new MalformedFault(damage) { Region = Forge });

        var result = await SweepWellAsync();

        Assert.Equal((Listed.Count, 0), (result.New, result.Quarantined));
        Assert.Empty(await QuarantineAsync());
    }

    [SkippableTheory]
    [InlineData(RowDamage.UnknownType, "type is unknown")]
    [InlineData(RowDamage.Duplicate, "twice")]
    [InlineData(RowDamage.Unordered, "out of order")]
    public async Task A_row_that_surprises_is_kept_and_counted(RowDamage damage, string reason)
    {
        Esi.Faults.Add(new MalformedFault(damage) { Region = Forge });

        var result = await SweepWellAsync();

        Assert.Equal((Listed.Count, 1), (result.New, result.Quarantined));
        Assert.Equal(Listed, await OpenAsync());
        Assert.Contains(reason, Assert.Single(await QuarantineAsync()).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_contract_without_a_price_has_none_rather_than_zero()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.MissingPrice) { Region = Forge });

        await SweepWellAsync();

        Assert.Null((await MiddleContractAsync()).Price);
    }

    [SkippableFact]
    public async Task A_type_outside_the_enumeration_is_stored_as_unknown()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.UnknownType) { Region = Forge });

        await SyncAsync();

        var contract = await MiddleContractAsync();
        Assert.Equal((ContractType.Unknown, LinesState.None), (contract.Type, contract.LinesState));
    }

    [SkippableFact]
    public async Task A_wild_title_is_kept_as_plain_text_without_control_characters()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.WildTitle) { Region = Forge });

        await SweepWellAsync();

        var title = (await MiddleContractAsync()).Title;
        Assert.Contains("<script>", title, StringComparison.Ordinal);
        Assert.DoesNotContain(title, char.IsControl);
    }

    [SkippableFact]
    public async Task A_repeated_surprise_is_counted_in_one_entry()
    {
        Esi.Faults.Add(new MalformedFault(RowDamage.Unordered) { Region = Forge });
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Add(Forge, 2);

        await SweepWellAsync();

        Assert.All(await QuarantineAsync(), entry => Assert.InRange(entry.Times, 1, 2));
        Assert.Contains(await QuarantineAsync(), entry => entry.LastSeenAt == Clock.GetUtcNow());
    }

    [SkippableFact]
    public async Task A_row_that_turned_bad_does_not_close_its_contract()
    {
        await SweepWellAsync();
        var middle = Middle;
        Clock.Advance(NextGeneration);
        Esi.Faults.Add(new MalformedFault(RowDamage.NegativeVolume) { Region = Forge });

        await SweepWellAsync();

        Assert.Contains(middle, await OpenAsync());
    }

    [SkippableFact]
    public async Task A_type_that_esi_does_not_know_leaves_its_contract_readable()
    {
        await SyncAsync();
        Clock.Advance(NextGeneration);
        Esi.Faults.Add(new MissingTypeFault());
        var added = Esi.Market.Add(Forge, 1, lines: 40);

        var summary = await SyncAsync();

        var contract = (await ContractsAsync()).Single(contract => contract.Id.Value == added[0]);
        Assert.Equal((LinesState.Read, 40), (contract.LinesState, contract.Lines.Count));
        var unknown = await QuarantineAsync();
        Assert.NotEmpty(unknown);
        Assert.All(unknown, entry => Assert.StartsWith("type ", entry.Subject, StringComparison.Ordinal));
        Assert.Equal(unknown.Count, summary.Quarantined);
    }

    private Task<List<QuarantineEntry>> QuarantineAsync() => QueryAsync(context => context.Set<QuarantineEntry>().ToListAsync());

    private async Task<Contract> MiddleContractAsync() => (await ContractsAsync()).Single(contract => contract.Id.Value == Middle);
}

public sealed class MalformedRowOnSqlite() : MalformedRowTests(DatabaseProvider.Sqlite);

public sealed class MalformedRowOnPostgres() : MalformedRowTests(DatabaseProvider.Postgres);
