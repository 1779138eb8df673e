using System.Runtime.CompilerServices;
using HangarBay.Application.Sync;

namespace HangarBay.Application.Reference;

/// <summary>Takes a file's rows a batch at a time, and counts those that could not be kept.</summary>
internal sealed class RowBatches
{
    /// <summary>Small enough that no reader of the database waits for a batch.</summary>
    private const int AtOnce = 1_000;

    /// <summary>A hostile file must not fill the database with its faults, so further faults are only counted.</summary>
    private const int MostSurprises = 100;

    private readonly List<Surprise> _surprises = [];

    public IReadOnlyCollection<Surprise> Surprises => _surprises;

    public int Rows { get; private set; }

    public int SetAside { get; private set; }

    public void Add(Surprise surprise)
    {
        SetAside++;
        if (_surprises.Count < MostSurprises) _surprises.Add(surprise);
    }

    public async IAsyncEnumerable<IReadOnlyList<T>> OfAsync<T>(
        IAsyncEnumerable<SourceRow<T>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var batch = new List<T>(AtOnce);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row.Surprise is { } surprise) Add(surprise);
            if (row.Value is null) continue;
            Rows++;
            batch.Add(row.Value);
            if (batch.Count < AtOnce) continue;
            yield return batch;
            batch = new List<T>(AtOnce);
        }

        if (batch.Count > 0) yield return batch;
    }
}
