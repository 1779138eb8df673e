namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Keeps the source at the configured address, once it was found not to be a sandbox. An upstream that is not a sandbox answers the
/// question with an error, and every error counts in ESI's budget. The identity of a sandbox is never kept, as asking for it costs nothing.
/// </summary>
internal sealed class KnownSource
{
    private string? _live;

    public string? Live => Volatile.Read(ref _live);

    public string Keep(string live)
    {
        Volatile.Write(ref _live, live);
        return live;
    }

    /// <summary>
    /// Refuses a sandbox's answer if the live market was found at this address before. The kept source is then dropped, so the next round
    /// asks again (M11).
    /// </summary>
    /// <exception cref="AttemptFailedException">A sandbox answered where the live market did before.</exception>
    public void Refuse(EsiReply reply)
    {
        if (!reply.IsSandbox || Interlocked.Exchange(ref _live, null) is null) return;
        throw new AttemptFailedException(AttemptFailure.Refused, "A sandbox answered at the address where the live market answered before.");
    }
}
