using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;

namespace HangarBay.Application.Reference;

/// <summary>A transaction that is tried again when the sync, which goes on meanwhile, committed first (M7).</summary>
internal sealed class PatientTransaction(MarketGate gate, TimeProvider time)
{
    private const int Tries = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await gate.RunAsync(work, cancellationToken);
            }
            catch (ConcurrentChangeException) when (attempt < Tries)
            {
                await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }
    }
}
