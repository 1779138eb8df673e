namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>How this process's own migrating at start goes, for <c>/ready</c> to tell.</summary>
internal sealed class MigrationProgress
{
    private volatile string? _trouble;
    private volatile bool _isUnderWay;

    /// <summary>Why the last attempt failed; null where it did not.</summary>
    public string? Trouble => _trouble;

    public bool IsUnderWay => _isUnderWay;

    public void Began() => _isUnderWay = true;

    public void Failed(string why) => _trouble = why;

    public void Ended()
    {
        _isUnderWay = false;
        _trouble = null;
    }
}
