using System.Collections.Concurrent;
using HangarBay.Application.Sync.Ports;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync;

/// <summary>
/// Many small answers of ESI at once; the governor behind the port keeps the rate. A key that gets no answer keeps no other
/// from being asked (M9), until so many in a row get none that ESI must be away: then the rest is left for later.
/// </summary>
internal sealed class ParallelReading<TKey, TAnswer>(ILogger logger)
    where TKey : notnull
{
    private const int MostFailuresInARow = 5;

    private readonly ConcurrentDictionary<TKey, TAnswer> _answers = [];
    private readonly ConcurrentBag<TKey> _failed = [];
    private int _failuresInARow;

    public IReadOnlyDictionary<TKey, TAnswer> Answers => _answers;

    /// <summary>Asked in vain.</summary>
    public IReadOnlyCollection<TKey> Failed => _failed;

    /// <summary>ESI seemed to be away, so that some keys were not asked at all.</summary>
    public bool GaveUp { get; private set; }

    public Task RunAsync(
        IReadOnlyCollection<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> read, ParallelOptions parallel) =>
        Parallel.ForEachAsync(keys, parallel, async (key, token) =>
        {
            if (Volatile.Read(ref _failuresInARow) >= MostFailuresInARow)
            {
                GaveUp = true;
                return;
            }

            try
            {
                _answers[key] = await read(key, token);
                Volatile.Write(ref _failuresInARow, 0);
            }
            catch (EsiUnavailableException exception)
            {
                Interlocked.Increment(ref _failuresInARow);
                _failed.Add(key);
                Log.EsiUnavailable(logger, exception.Message);
            }
        });
}
