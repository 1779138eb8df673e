using System.Runtime.CompilerServices;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>Derives the columns of every contract again, by the function that derived them when it was written, and compares.</summary>
internal static class DerivedColumns
{
    public const string Says = "The derived columns of a contract match its terms, lines and bids.";

    private const int AtOnce = 1_000;

    /// <summary>The contracts with a derived column that differs from the stored one.</summary>
    public static async IAsyncEnumerable<ContractId> FindWrongAsync(
        HangarBayDbContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var types = await context.Set<ItemType>().AsNoTracking().ToDictionaryAsync(
            type => type.Id, CatalogueEntry.Of, cancellationToken);
        for (var last = new ContractId(0); ;)
        {
            var contracts = await context.Set<Contract>().AsNoTracking().AsSplitQuery()
                .Where(contract => contract.Id > last)
                .OrderBy(contract => contract.Id)
                .Take(AtOnce)
                .Include(contract => contract.Lines)
                .Include(contract => contract.Bids)
                .ToListAsync(cancellationToken);
            foreach (var contract in contracts)
            {
                // Another invariant reports lost lines.
                if (contract is { LinesState: LinesState.Read, Lines.Count: 0 }) continue;
                if (!contract.IsDerivedRight(type => types.GetValueOrDefault(type))) yield return contract.Id;
            }

            if (contracts.Count < AtOnce) yield break;
            last = contracts[^1].Id;
        }
    }
}
