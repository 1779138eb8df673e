using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Decides which answers are kept, so that nobody who asks for many different things pushes out what others ask for again and again.
/// While there is much room all are; then only what is asked for a second time. What one client has kept within a minute, in which
/// answers expire, is a quarter of all at most.
/// </summary>
internal sealed class Admission(AnswerStore store, IOptions<CacheOptions> options, TimeProvider time)
{
    private const int Remembered = 1 << 16;
    private const int ClientsShare = 4;
    private const int MuchRoom = 2;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // What was asked before, by its hash; what shares a place with something later is forgotten.
    private readonly int[] _asked = new int[Remembered];

    // By client: the minute, and what was kept in it. Two who write at once lose a count, which matters to nobody.
    private readonly (long Minute, long Bytes)[] _kept = new (long, long)[ClientAddress.Most];
    private readonly long _began = time.GetTimestamp();

    /// <summary>Whether an answer is to be kept; to be asked once each time that it is asked for.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="client">Who asks for it.</param>
    public bool Admits(string key, int client)
    {
        var wasAsked = WasAsked(key.GetHashCode(StringComparison.Ordinal));
        return HasShareLeft(client) && (wasAsked || store.Size < options.Value.MaxBytes / MuchRoom);
    }

    /// <summary>Whether more may be kept that this client asks for.</summary>
    public bool HasShareLeft(int client) => KeptBy(client) < options.Value.MaxBytes / ClientsShare;

    /// <summary>An answer was kept that this client asked for.</summary>
    public void Kept(int client, long bytes) => _kept[client] = (Now, KeptBy(client) + bytes);

    private long Now => (long)(time.GetElapsedTime(_began) / Minute);

    private long KeptBy(int client) => _kept[client] is var (minute, bytes) && minute == Now ? bytes : 0;

    private bool WasAsked(int hash) => Interlocked.Exchange(ref _asked[(uint)hash % Remembered], hash) == hash;
}
