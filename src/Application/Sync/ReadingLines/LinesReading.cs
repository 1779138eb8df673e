using System.Collections.Concurrent;
using System.Threading.Channels;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.ReadingLines;

/// <summary>
/// Runs three stages at the same time: one finds contracts that wait, many tasks ask ESI, and one stores the answers in batches. At most
/// <see cref="SyncOptions.ItemsBatch"/> answers are unsaved, so a killed process loses no more than these.
/// </summary>
internal sealed class LinesReading(LinesReading.Stages stages, SyncOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>How many due contracts one query returns, because sorting the work list costs more than reading it.</summary>
    private const int LookAhead = 10_000;

    /// <summary>How long a batch that is not full waits for more answers, because every commit makes kept answers stale.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    private readonly Channel<ContractId> _due = Channel.CreateBounded<ContractId>(256);
    private readonly Channel<(ContractId Id, LinesAnswer? Answer)> _read = Channel.CreateUnbounded<(ContractId, LinesAnswer?)>();
    private readonly ConcurrentDictionary<ContractId, bool> _underWay = [];
    private readonly SemaphoreSlim _unsaved = new(options.ItemsBatch);
    private readonly CancellationTokenSource _stop = new();
    private readonly FailuresInARow _failures = new();
    private bool _hasBegun;

    private bool GaveUp => _failures.AreTooMany;

    /// <summary>Half of the answers that may be unsaved: while one half is stored, the other is read.</summary>
    private int FullBatch => Math.Max(1, options.ItemsBatch / 2);

    public void Dispose()
    {
        _stop.Dispose();
        _unsaved.Dispose();
    }

    /// <summary>Runs until no contract waits, ESI seems to be unavailable, or the caller cancels. A failure to store is thrown.</summary>
    public async Task<LinesResult> RunAsync(ReadLines request, CancellationToken cancellationToken)
    {
        using var grace = new Grace(time, cancellationToken);
        await using var stopping = cancellationToken.Register(_stop.Cancel);
        var storing = StoreAllAsync(request.StoredAsync, grace.Token);
        await Task.WhenAll(
            EndingAllAsync(FeedAsync(request, _stop.Token)),
            EndingAllAsync(ReadAllAsync(_stop.Token)),
            EndingAllAsync(storing));
        return await storing with { GaveUp = GaveUp };
    }

    /// <summary>A failed stage stops the others. A stage that was told to stop has not failed.</summary>
    private async Task EndingAllAsync(Task stage)
    {
        try
        {
            await stage;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch
        {
            await _stop.CancelAsync();
            throw;
        }
    }

    private async Task FeedAsync(ReadLines request, CancellationToken cancellationToken)
    {
        var until = request.Until ?? Task.CompletedTask;
        try
        {
            while (!GaveUp)
            {
                // Read before the query: another query finds the contracts that start to wait after this one.
                var sweepsGoOn = !until.IsCompleted;
                var isLastLook = !sweepsGoOn && _underWay.IsEmpty;
                // A contract that the query still finds waiting may be stored by the time its turn comes.
                var underWay = _underWay.Keys.ToHashSet();
                var fresh = 0;
                foreach (var id in await stages.Due(LookAhead + underWay.Count, sweepsGoOn, cancellationToken))
                {
                    if (underWay.Contains(id) || !_underWay.TryAdd(id, true)) continue;
                    fresh++;
                    await BeginAsync(request, cancellationToken);
                    await _due.Writer.WriteAsync(id, cancellationToken);
                }

                if (fresh > 0) continue;
                if (isLastLook) return;
                await PauseAsync(() => !(until.IsCompleted && _underWay.IsEmpty), cancellationToken);
            }
        }
        finally
        {
            _due.Writer.Complete();
        }
    }

    private async Task BeginAsync(ReadLines request, CancellationToken cancellationToken)
    {
        if (_hasBegun) return;
        _hasBegun = true;
        if (request.BeganAsync is not null) await request.BeganAsync(cancellationToken);
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, options.ItemsAtOnce).Select(_ => ReadAsync(cancellationToken)));
        }
        finally
        {
            _read.Writer.Complete();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (var id in _due.Reader.ReadAllAsync(cancellationToken))
        {
            if (GaveUp) continue;
            await _unsaved.WaitAsync(cancellationToken);
            await _read.Writer.WriteAsync((id, await AskAsync(id, cancellationToken)), CancellationToken.None);
        }
    }

    private async Task<LinesAnswer?> AskAsync(ContractId id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await stages.Ask(id, cancellationToken);
            _failures.End();
            return answer;
        }
        catch (EsiUnavailableException exception)
        {
            _failures.Add();
            Log.EsiUnavailable(logger, exception.Message);
            return null;
        }
    }

    private async Task<LinesResult> StoreAllAsync(Func<LinesResult, CancellationToken, Task>? storedAsync, CancellationToken cancellationToken)
    {
        var total = LinesResult.None;
        while (await _read.Reader.WaitToReadAsync(cancellationToken))
        {
            await PauseAsync(MayBecomeFuller, cancellationToken);
            var batch = new Dictionary<ContractId, LinesAnswer?>();
            while (batch.Count < FullBatch && _read.Reader.TryRead(out var read)) batch[read.Id] = read.Answer;

            var result = await stages.Store(new LinesBatch(batch, GaveUp), cancellationToken);
            foreach (var id in batch.Keys) _underWay.TryRemove(id, out _);
            _unsaved.Release(batch.Count);
            total = total.Plus(result);
            if (storedAsync is not null) await storedAsync(result, cancellationToken);
        }

        return total;
    }

    private async Task PauseAsync(Func<bool> isWorthIt, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (isWorthIt() && time.GetElapsedTime(began) < Linger) await Task.Delay(Glance, time, cancellationToken);
    }

    /// <summary>More requests are under way, and the batch has room for their answers.</summary>
    private bool MayBecomeFuller() =>
        _read.Reader.Count < FullBatch && _underWay.Count > _read.Reader.Count && !GaveUp && !_stop.IsCancellationRequested;

    /// <summary>The work of the stages: finding contracts, asking for their lines, and storing the answers.</summary>
    internal sealed record Stages(
        Func<int, bool, CancellationToken, Task<IReadOnlyList<ContractId>>> Due,
        Func<ContractId, CancellationToken, Task<LinesAnswer>> Ask,
        Func<LinesBatch, CancellationToken, Task<LinesResult>> Store);
}
