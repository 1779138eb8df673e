namespace HangarBay.Application.Sync;

/// <summary>
/// The time to finish a batch once the process is asked to stop. <see cref="Token"/> is cancelled that much later than the caller's token.
/// </summary>
internal sealed class Grace : IDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public Grace(TimeProvider time, CancellationToken stopping)
    {
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = stopping.Register(() => _source.CancelAfter(Length));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
