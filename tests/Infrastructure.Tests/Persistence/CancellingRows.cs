using System.Collections;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>Rows that cancel their reader in the middle.</summary>
internal sealed class CancellingRows(IReadOnlyList<Contract> rows, CancellationTokenSource source, int after) : IReadOnlyCollection<Contract>
{
    private int _passes;

    public int Count => rows.Count;

    public IEnumerator<Contract> GetEnumerator()
    {
        // The first pass only checks for duplicate keys.
        var isWriting = ++_passes > 1;
        for (var index = 0; index < rows.Count; index++)
        {
            if (isWriting && index == after) source.Cancel();
            yield return rows[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
