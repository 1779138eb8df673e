namespace HangarBay.WebApi.Exports;

/// <summary>Writes rows in one format, as they arrive.</summary>
internal interface IRowWriter<in T> : IAsyncDisposable
{
    /// <summary>Writes what comes before the first row.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Hands the rows on before it returns: it holds nothing back, and waits for a slow reader.</summary>
    Task WriteAsync(IReadOnlyList<T> rows, CancellationToken cancellationToken);
}
