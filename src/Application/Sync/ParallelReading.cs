using System.Collections.Concurrent;
using HangarBay.Application.Sync.Ports;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync;

/// <summary>
/// Reads many small answers of ESI at once; the governor behind the port keeps the rate. A key without an answer does not stop the others
/// (M9). After too many failures in a row ESI is taken for unavailable, and the rest is left for later.
/// </summary>
internal sealed class ParallelReading<TKey, TAnswer>(ILogger logger)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TAnswer> _answers = [];
    private readonly ConcurrentBag<TKey> _failed = [];
    private readonly FailuresInARow _failures = new();

    public IReadOnlyDictionary<TKey, TAnswer> Answers => _answers;

    /// <summary>The keys that were requested and got no usable answer.</summary>
    public IReadOnlyCollection<TKey> Failed => _failed;

    /// <summary>ESI seemed to be unavailable, so some keys were not requested at all.</summary>
    public bool GaveUp { get; private set; }

    public Task RunAsync(
        IReadOnlyCollection<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> read, ParallelOptions parallel) =>
        Parallel.ForEachAsync(keys, parallel, async (key, token) =>
        {
            if (_failures.AreTooMany)
            {
                GaveUp = true;
                return;
            }

            try
            {
                _answers[key] = await read(key, token);
                _failures.End();
            }
            catch (EsiUnavailableException exception)
            {
                _failures.Add();
                _failed.Add(key);
                Log.EsiUnavailable(logger, exception.Message);
            }
        });
}
