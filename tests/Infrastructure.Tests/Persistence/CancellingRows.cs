using System.Collections;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>Rows whose reader is cancelled in the middle.</summary>
internal sealed class CancellingRows(IReadOnlyList<Contract> rows, CancellationTokenSource source, int after) : IReadOnlyCollection<Contract>
{
    public int Count => rows.Count;

    public IEnumerator<Contract> GetEnumerator()
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (index == after) source.Cancel();
            yield return rows[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
