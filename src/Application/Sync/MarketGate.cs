namespace HangarBay.Application.Sync;

/// <summary>
/// One writer of the market at a time in this process. Sweeps and readings overlap and all move the market's version: without
/// it they would fail on one another, as if another process had been faster (M7).
/// </summary>
internal sealed class MarketGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    public async Task<T> RunAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
