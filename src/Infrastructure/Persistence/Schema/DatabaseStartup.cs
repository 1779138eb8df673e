using HangarBay.Application.Abstractions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>
/// Logs which database is used, and migrates it if the settings say so. An unreachable, full or read-only database does not stop the process:
/// migrating is retried until it works, and meanwhile <c>/ready</c> says what is wrong.
/// </summary>
internal sealed class DatabaseStartup(
    DatabaseSettings settings,
    IDatabaseSchema schema,
    IDatabaseFaults faults,
    MigrationProgress progress,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<DatabaseStartup> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // How long the start waits for the first attempt: long enough for an ordinary migration, short enough for a supervisor that watches
    // whether the process starts.
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Uses(logger, settings.Description);
        if (settings.IsDefault && environment.IsProduction()) Log.DefaultInProduction(logger, settings.File);

        await base.StartAsync(cancellationToken);
        // The tables should exist before the first request, if migrating is quick.
        await Task.WhenAny(_firstAttempt.Task, Task.Delay(Courtesy, time, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (settings.MigrateOnStartup) await MigrateUntilDoneAsync(stoppingToken);
            else await TellPendingAsync(stoppingToken);
        }
        finally
        {
            _firstAttempt.TrySetResult();
        }
    }

    private async Task MigrateUntilDoneAsync(CancellationToken cancellationToken)
    {
        progress.Began();
        for (var pause = FirstPause; !await TryMigrateAsync(cancellationToken); pause = Longer(pause))
        {
            _firstAttempt.TrySetResult();
            await Task.Delay(pause, time, cancellationToken);
        }

        progress.Ended();
    }

    private async Task<bool> TryMigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var applied = await schema.MigrateAsync(cancellationToken);
            if (applied.Count > 0) Log.Migrated(logger, string.Join(", ", applied));
            else Log.UpToDate(logger);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = faults.Explain(exception);
            var why = fault?.Message ?? "The log says why.";
            // The same fault is logged only once, as it may last for hours.
            if (why != progress.Trouble) Log.MigrationFailed(logger, why, fault is null ? exception : null);
            progress.Failed(why);
            return false;
        }
    }

    private async Task TellPendingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await schema.ReadAsync(cancellationToken);
            if (state.Pending.Count > 0) Log.Pending(logger, string.Join(", ", state.Pending));
            if (state.Unknown.Count > 0) Log.Unknown(logger, string.Join(", ", state.Unknown));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = faults.Explain(exception);
            Log.Away(logger, fault?.Message ?? "The database cannot be queried.", fault is null ? exception : null);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
