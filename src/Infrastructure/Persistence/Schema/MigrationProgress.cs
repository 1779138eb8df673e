namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>The progress of this process's own migration at start, shown by <c>/ready</c>.</summary>
internal sealed class MigrationProgress
{
    private volatile string? _trouble;
    private volatile bool _isUnderWay;

    /// <summary>Why the last attempt failed; null if it did not fail.</summary>
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
