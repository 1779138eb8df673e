using HangarBay.Application.Abstractions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>
/// Says which database is used and migrates it, where it is told to. A database that is away, full or read-only stops
/// nothing: it is tried again until it works, and meanwhile <c>/ready</c> says what is wrong.
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

    // Long enough for an ordinary migration, short enough for whoever watches whether the process comes up.
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Uses(logger, settings.Description);
        if (settings.IsDefault && environment.IsProduction()) Log.DefaultInProduction(logger, settings.File);

        await base.StartAsync(cancellationToken);
        // The first requests are to find the tables there, if that is a matter of moments.
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
            // Once for each kind of trouble: it may last for hours.
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
            Log.Away(logger, fault?.Message ?? "The database cannot be asked.", fault is null ? exception : null);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
