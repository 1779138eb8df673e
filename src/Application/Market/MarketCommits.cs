namespace HangarBay.Application.Market;

/// <summary>Tells the rest of this process that it has changed the market.</summary>
public sealed class MarketCommits
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next commit.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    internal void Happened() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
