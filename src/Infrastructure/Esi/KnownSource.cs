namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// What answered at the configured address, once it was found to be no sandbox: an upstream that is none says so with an error,
/// and every error counts in ESI's budget. Which sandbox answers is never kept, as that costs nothing to ask.
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

    /// <summary>An answer that is marked as a sandbox's where the live market was found: the next round asks again (M11).</summary>
    /// <exception cref="AttemptFailedException">It is.</exception>
    public void Refuse(EsiReply reply)
    {
        if (!reply.IsSandbox || Interlocked.Exchange(ref _live, null) is null) return;
        throw new AttemptFailedException(AttemptFailure.Refused, "A sandbox answered where the live market did before.");
    }
}
