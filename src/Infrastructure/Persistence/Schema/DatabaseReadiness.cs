using HangarBay.Application.Abstractions;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Schema;

internal sealed class DatabaseReadiness(
    IDatabaseSchema schema, IDatabaseFaults faults, MigrationProgress progress, TimeProvider time, ILogger<DatabaseReadiness> logger)
    : IDatabaseReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The last unexpected fault that was logged. Workers check every second, so the same fault is logged once.
    private string? _told;

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The query may run past its own time limit, as a frozen server accepts no cancellation.
            var state = await schema.ReadAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return state.Pending.Count == 0 ? Readiness.Ready : new Readiness(Explain(state.Pending.Count), state.Pending);
        }
        catch (TimeoutException)
        {
            return new Readiness("The database takes too long to answer.", []);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (faults.Explain(exception) is { } fault) return new Readiness(fault.Message, []);
            if (Interlocked.Exchange(ref _told, exception.Message) != exception.Message) Log.CheckFailed(logger, exception);
            return new Readiness("The database cannot be queried; the log says why.", []);
        }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!(await CheckAsync(cancellationToken)).IsReady) await Task.Delay(Pause, time, cancellationToken);
    }

    private string Explain(int pending)
    {
        var what = pending == 1 ? "A migration is pending" : $"{pending} migrations are pending";
        return progress switch
        {
            { Trouble: { } trouble } => $"{what}, and applying failed: {trouble}",
            { IsUnderWay: true } => $"{what} and being applied.",
            _ => $"{what}; run \"db migrate\".",
        };
    }
}
