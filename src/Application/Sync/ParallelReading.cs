using System.Collections.Concurrent;

namespace HangarBay.Application.Sync;

/// <summary>Many small answers of ESI at once; the governor behind the port keeps the rate.</summary>
internal static class ParallelReading
{
    public static async Task<IReadOnlyDictionary<TKey, TAnswer>> ReadAsync<TKey, TAnswer>(
        IReadOnlyCollection<TKey> keys, Func<TKey, CancellationToken, Task<TAnswer>> read, ParallelOptions parallel)
        where TKey : notnull
    {
        var answers = new ConcurrentDictionary<TKey, TAnswer>();
        await Parallel.ForEachAsync(keys, parallel, async (key, token) => answers[key] = await read(key, token));
        return answers;
    }
}
