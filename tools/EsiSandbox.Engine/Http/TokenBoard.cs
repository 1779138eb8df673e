namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// The token buckets in force. A route with a bucket sends no headers of the error limit, and its errors do not count towards that limit.
/// A route without one has the error limit, as all contract routes of ESI have today.
/// </summary>
public sealed class TokenBoard
{
    private readonly TokenBucketOptions? _atStart;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private TokenBucket[] _buckets = [];

    internal TokenBoard(TokenBucketOptions? atStart, TimeProvider time)
    {
        _atStart = atStart;
        _time = time;
        Reset();
    }

    /// <summary>The buckets in force, the latest first.</summary>
    public IReadOnlyList<TokenBucketOptions> InForce => [.. Volatile.Read(ref _buckets).Select(bucket => bucket.Options)];

    /// <summary>
    /// Puts a full bucket before its routes at once. It replaces the bucket of the same group, and on its routes every other bucket.
    /// </summary>
    /// <exception cref="ArgumentException">The bucket is invalid.</exception>
    public void Set(TokenBucketOptions bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        if (bucket.Mistake is { } mistake)
            throw new ArgumentException(mistake, nameof(bucket));
        lock (_lock)
        {
            var others = _buckets.Where(other => other.Options.Group != bucket.Group && (other.Options.Routes & ~bucket.Routes) != ContractRoutes.None);
            Volatile.Write(ref _buckets, [new(bucket, _time), .. others]);
        }
    }

    /// <summary>Removes all buckets: every route has the error limit again.</summary>
    public void Clear()
    {
        lock (_lock)
            Volatile.Write(ref _buckets, []);
    }

    /// <summary>The bucket of a route; null when the route has the error limit.</summary>
    internal TokenBucket? For(EsiRoute route)
    {
        if (route.Contracts == ContractRoutes.None)
            return null;
        foreach (var bucket in Volatile.Read(ref _buckets))
        {
            if ((bucket.Options.Routes & route.Contracts) != ContractRoutes.None)
                return bucket;
        }

        return null;
    }

    internal void Reset()
    {
        Clear();
        if (_atStart is { } bucket)
            Set(bucket);
    }
}
