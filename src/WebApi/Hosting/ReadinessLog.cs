namespace HangarBay.WebApi.Hosting;

/// <summary>Logs why the process is not ready: once for each change of the reason, however often it is asked.</summary>
internal sealed class ReadinessLog(ILogger<ReadinessLog> logger)
{
    private string? _told;

    /// <param name="reason">The reason as a sentence; null: the process is ready.</param>
    public void Tell(string? reason)
    {
        if (Interlocked.Exchange(ref _told, reason) == reason) return;
        if (reason is null) Log.Ready(logger);
        else Log.NotReady(logger, reason);
    }
}
