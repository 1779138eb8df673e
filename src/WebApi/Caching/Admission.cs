using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Decides which answers are kept, so that a client with many different questions does not push out what others ask for repeatedly. While
/// less than half of the room is used, all answers are kept; after that only those asked for a second time. Within a minute, in which
/// answers expire, one client may fill a quarter of the room.
/// </summary>
internal sealed class Admission(AnswerStore store, IOptions<CacheOptions> options, TimeProvider time)
{
    private const int Remembered = 1 << 16;
    private const int ClientsShare = 4;
    private const int MuchRoom = 2;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // The hashes of earlier questions. A later one in the same place replaces an earlier one.
    private readonly int[] _asked = new int[Remembered];

    // By client: the minute, and the bytes kept in it. Two writes at the same time lose one count, which does no harm.
    private readonly (long Minute, long Bytes)[] _kept = new (long, long)[ClientAddress.Most];
    private readonly long _began = time.GetTimestamp();

    /// <summary>Whether an answer is to be kept. To be called once for each request, because it remembers the question.</summary>
    /// <param name="key">The answer's key.</param>
    /// <param name="client">The client that asks.</param>
    public bool Admits(string key, int client)
    {
        var wasAsked = WasAsked(key.GetHashCode(StringComparison.Ordinal));
        return HasShareLeft(client) && (wasAsked || store.Size < options.Value.MaxBytes / MuchRoom);
    }

    /// <summary>Whether more answers may be kept for this client.</summary>
    public bool HasShareLeft(int client) => KeptBy(client) < options.Value.MaxBytes / ClientsShare;

    /// <summary>Counts an answer that was kept for this client.</summary>
    public void Kept(int client, long bytes) => _kept[client] = (Now, KeptBy(client) + bytes);

    private long Now => (long)(time.GetElapsedTime(_began) / Minute);

    private long KeptBy(int client) => _kept[client] is var (minute, bytes) && minute == Now ? bytes : 0;

    private bool WasAsked(int hash) => Interlocked.Exchange(ref _asked[(uint)hash % Remembered], hash) == hash;
}
