using HangarBay.Application.Status;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.RetryingLines;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// Work that never succeeds is set aside after a limited number of attempts. It is visible, and it is tried again a day later or on demand
/// (M5).
/// </summary>
public abstract class PoisonTests(DatabaseProvider provider) : SyncTest(provider)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private long _poison;

    private string LinesOfPoison => $"/contracts/public/items/{_poison}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _poison = Esi.Market.Add(Forge, 1, lines: 3)[0];
        Esi.Faults.Add(new StatusFault(500) { Path = LinesOfPoison });
        await SyncAsync();
        for (var attempt = 2; attempt <= Contract.MaxLinesAttempts; attempt++)
        {
            Assert.Equal((LinesState.Pending, attempt - 1), await StateAsync());
            Clock.Advance(LongestWait);
            await SendAsync(new ReadLines());
        }
    }

    [SkippableFact]
    public async Task Lines_that_always_fail_are_set_aside_after_a_limited_number_of_attempts()
    {
        Assert.Equal((LinesState.SetAside, Contract.MaxLinesAttempts), await StateAsync());
        Esi.Requests.Clear();
        Clock.Advance(LongestWait);
        await SyncAsync();

        Assert.DoesNotContain(Esi.Requests.Recent, request => request.Path.StartsWith(LinesOfPoison, StringComparison.Ordinal));
        Assert.Contains(_poison, await OpenAsync());
    }

    [SkippableFact]
    public async Task Lines_set_aside_get_one_attempt_a_day_later()
    {
        Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(LinesResult.None, await SendAsync(new ReadLines()));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await SendAsync(new ReadLines())).SetAside);
        Assert.Equal((LinesState.SetAside, Contract.MaxLinesAttempts), await StateAsync());

        Esi.Faults.Clear();
        Assert.Equal(LinesResult.None, await SendAsync(new ReadLines()));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await SendAsync(new ReadLines())).Read);
    }

    [SkippableFact]
    public async Task The_status_counts_contracts_set_aside() =>
        Assert.Equal((0, 1), ((await SendAsync(new GetStatus())).Lines.Waiting, (await SendAsync(new GetStatus())).Lines.SetAside));

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_set_aside_are_read_after_a_requested_retry_with_a_good_answer(bool byName)
    {
        Esi.Faults.Clear();

        Assert.Equal(1, await SendAsync(new RetryLines(byName ? [new ContractId(_poison)] : [])));
        await SyncAsync();

        Assert.Equal((LinesState.Read, 0), await StateAsync());
        Assert.Equal(0, (await SendAsync(new GetStatus())).Lines.SetAside);
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task Lines_that_still_fail_after_a_requested_retry_are_set_aside_again()
    {
        await SendAsync(new RetryLines([]));
        for (var attempt = 1; attempt <= Contract.MaxLinesAttempts; attempt++)
        {
            await SendAsync(new ReadLines());
            Clock.Advance(LongestWait);
        }

        Assert.Equal((LinesState.SetAside, Contract.MaxLinesAttempts), await StateAsync());
    }

    private async Task<(LinesState State, int Attempts)> StateAsync()
    {
        var contract = (await ContractsAsync()).Single(contract => contract.Id.Value == _poison);
        return (contract.LinesState, contract.LinesAttempts);
    }
}

public sealed class PoisonOnSqlite() : PoisonTests(DatabaseProvider.Sqlite);

public sealed class PoisonOnPostgres() : PoisonTests(DatabaseProvider.Postgres);
