using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>
/// The three stages of reading lines, which run at the same time: looking for contracts, asking ESI, storing. Also how they end (M5).
/// </summary>
public sealed class LinesReadingTests
{
    private static readonly LinesAnswer Answer = new LinesAnswer.Gone(false);

    private readonly Lock _gate = new();
    private readonly List<ContractId> _waiting = [];
    private readonly List<ContractId> _asked = [];
    private readonly List<int> _batches = [];
    private Func<ContractId, CancellationToken, Task<LinesAnswer>> _ask = (_, _) => Task.FromResult(Answer);
    private Func<Task> _beforeStoring = () => Task.CompletedTask;
    private bool _newestFirst;
    private Func<int, Task> _afterLooking = _ => Task.CompletedTask;
    private volatile int _looks;

    [Fact]
    public async Task Every_contract_that_waits_is_asked_once_and_stored()
    {
        Wait(1, 5000);

        var result = await RunAsync();

        Assert.Equal(5000, result.Read);
        Assert.Equal(5000, _asked.Distinct().Count());
        Assert.Equal(5000, _asked.Count);
    }

    [Fact]
    public async Task A_contract_stored_during_a_look_is_not_asked_for_again()
    {
        Wait(1, 1);
        var stored = new TaskCompletionSource();
        var sweeping = new TaskCompletionSource();
        _ask = async (_, _) =>
        {
            // The call is still in flight when the next look begins.
            while (_looks < 2) await Task.Delay(1, CancellationToken.None);
            return Answer;
        };
        _afterLooking = async look =>
        {
            if (look != 2) return;
            Wait(2, 2);
            await stored.Task;
            sweeping.TrySetResult();
        };

        var result = await RunAsync(new ReadLines
        {
            Until = sweeping.Task,
            StoredAsync = (_, _) =>
            {
                stored.TrySetResult();
                return Task.CompletedTask;
            },
        });

        Assert.Equal([new ContractId(1), new ContractId(2)], _asked);
        Assert.Equal(2, result.Read);
    }

    [Fact]
    public async Task Nothing_waiting_asks_and_stores_nothing()
    {
        Assert.Equal(LinesResult.None, await RunAsync());
        Assert.Empty(_batches);
    }

    [Fact]
    public async Task Contracts_that_sweeps_add_during_the_reading_are_read_too()
    {
        var sweeping = new TaskCompletionSource();
        Wait(1, 3);
        var run = RunAsync(new ReadLines
        {
            Until = sweeping.Task,
            StoredAsync = (_, _) =>
            {
                if (_asked.Count == 3) Wait(4, 10);
                else sweeping.TrySetResult();
                return Task.CompletedTask;
            },
        });

        Assert.Equal(10, (await run).Read);
    }

    [Fact]
    public async Task A_contract_stored_during_a_long_look_is_not_asked_for_again()
    {
        // The look that finds the second thousand also returns those of the first that are not stored yet, after the new ones. They are
        // stored by the time their turn comes.
        var sweeping = new TaskCompletionSource();
        Wait(1001, 1300);
        _newestFirst = true;
        var grown = false;
        _beforeStoring = async () =>
        {
            await Task.Delay(5);
            if (grown) return;
            grown = true;
            Wait(2001, 4000);
            sweeping.TrySetResult();
        };

        await RunAsync(new ReadLines { Until = sweeping.Task });

        Assert.Equal(2300, _asked.Distinct().Count());
        Assert.Equal(2300, _asked.Count);
    }

    [Fact]
    public async Task The_number_of_unsaved_answers_is_limited()
    {
        Wait(1, 300);
        var (unsaved, most) = (0, 0);
        _ask = (_, _) =>
        {
            lock (_gate) most = Math.Max(most, ++unsaved);
            return Task.FromResult(Answer);
        };
        _beforeStoring = () => Task.Delay(5);

        await RunAsync(new ReadLines
        {
            StoredAsync = (batch, _) =>
            {
                lock (_gate) unsaved -= batch.Read;
                return Task.CompletedTask;
            },
        });

        // The places of the batch before are free again a moment before the test notices it.
        Assert.InRange(most, 11, 30);
        Assert.All(_batches, batch => Assert.InRange(batch, 1, 10));
    }

    [Fact]
    public async Task When_asked_to_stop_it_stores_the_answers_that_it_has()
    {
        Wait(1, 300);
        using var stop = new CancellationTokenSource();
        _ask = async (id, token) =>
        {
            if (_asked.Count >= 30) await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Answer;
        };

        var result = await RunAsync(cancellationToken: stop.Token);

        Assert.InRange(result.Read, 1, 60);
        Assert.Equal(result.Read, _batches.Sum());
    }

    [Fact]
    public async Task Five_failures_in_a_row_end_the_reading_and_count_as_missed()
    {
        Wait(1, 300);
        _ask = (_, _) => throw new EsiUnavailableException("Away.");

        var result = await RunAsync();

        Assert.True(result.GaveUp);
        Assert.InRange(_asked.Count, 5, 5 + 4);
        Assert.Equal(_asked.Count, result.Missed);
    }

    [Fact]
    public async Task Occasional_failures_do_not_end_the_reading()
    {
        Wait(1, 300);
        _ask = (id, _) => id.Value % 10 == 0 ? throw new EsiUnavailableException("Away.") : Task.FromResult(Answer);

        var result = await RunAsync();

        Assert.Equal((270, 30, false), (result.Read, result.Missed, result.GaveUp));
    }

    [Fact]
    public async Task A_fault_while_storing_ends_the_reading_and_is_thrown()
    {
        Wait(1, 5000);
        _beforeStoring = () => throw new InvalidOperationException("Full.");

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync());
        Assert.InRange(_asked.Count, 1, 100);
    }

    private void Wait(int from, int to)
    {
        lock (_gate) _waiting.AddRange(Enumerable.Range(from, to - from + 1).Select(id => new ContractId(id)));
    }

    private async Task<LinesResult> RunAsync(ReadLines? request = null, CancellationToken cancellationToken = default)
    {
        var options = new SyncOptions { ItemsAtOnce = 4, ItemsBatch = 20 };
        using var reading = new LinesReading(new(DueAsync, AskAsync, StoreAsync), options, TimeProvider.System, NullLogger.Instance);
        return await reading.RunAsync(request ?? new ReadLines(), cancellationToken);
    }

    private async Task<IReadOnlyList<ContractId>> DueAsync(int take, bool sweepsGoOn, CancellationToken cancellationToken)
    {
        ContractId[] found;
        lock (_gate) found = [.. (_newestFirst ? _waiting.AsEnumerable().Reverse() : _waiting).Take(take)];
        await _afterLooking(Interlocked.Increment(ref _looks));
        return found;
    }

    private Task<LinesAnswer> AskAsync(ContractId id, CancellationToken cancellationToken)
    {
        lock (_gate) _asked.Add(id);
        return _ask(id, cancellationToken);
    }

    private async Task<LinesResult> StoreAsync(LinesBatch batch, CancellationToken cancellationToken)
    {
        await _beforeStoring();
        lock (_gate)
        {
            _batches.Add(batch.Answers.Count);
            _waiting.RemoveAll(batch.Answers.ContainsKey);
        }

        var missed = batch.Answers.Values.Count(answer => answer is null);
        return new LinesResult(batch.Answers.Count - missed, missed, 0);
    }
}
