namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>ESI's newer limit over a floating window; see <see cref="TokenBucketOptions"/>.</summary>
internal sealed class TokenBucket(TokenBucketOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, int Cost)> _spent = new();
    private int _used;

    public TokenBucketOptions Options => options;

    public string Group => options.Group;

    public string Limit { get; } = options.Window.TotalHours >= 1 && options.Window.TotalHours % 1 == 0
        ? FormattableString.Invariant($"{options.Tokens}/{options.Window.TotalHours}h")
        : FormattableString.Invariant($"{options.Tokens}/{options.Window.TotalMinutes}m");

    public (int Remaining, int Used) Read()
    {
        lock (_lock)
        {
            Return();
            return (Math.Max(0, options.Tokens - _used), _used);
        }
    }

    /// <summary>Null while there are tokens; else the seconds until the oldest spent token returns.</summary>
    public int? WaitSeconds()
    {
        lock (_lock)
        {
            Return();
            return _used < options.Tokens ? null : (int)Math.Ceiling((_spent.Peek().At + options.Window - time.GetUtcNow()).TotalSeconds);
        }
    }

    public void Spend(int status)
    {
        var cost = status switch { 429 => 0, >= 500 => 0, >= 400 => 5, >= 300 => 1, _ => 2 };
        if (cost == 0)
            return;
        lock (_lock)
        {
            _spent.Enqueue((time.GetUtcNow(), cost));
            _used += cost;
        }
    }

    private void Return()
    {
        var now = time.GetUtcNow();
        while (_spent.TryPeek(out var oldest) && oldest.At + options.Window <= now)
            _used -= _spent.Dequeue().Cost;
    }
}
