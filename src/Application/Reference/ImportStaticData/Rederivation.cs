using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Reference.ImportStaticData;

/// <summary>Derives contracts anew whose offered types the catalogue tells otherwise now. Belongs into a transaction.</summary>
internal sealed class Rederivation(IReadRepository<Contract> contracts, IReadRepository<ItemType> types, IBulkWriter bulk, IOpenTallies tallies, IOpenLines lines)
{
    private const int AtOnce = 250;

    /// <summary>How many contracts show something else now.</summary>
    public async Task<int> RunAsync(IReadOnlyCollection<TypeId> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0) return 0;

        var written = 0;
        foreach (var ids in (await contracts.ListAsync(new ContractsOffering(changed), cancellationToken)).Chunk(AtOnce))
            written += await RederiveAsync(ids, cancellationToken);
        return written;
    }

    private async Task<int> RederiveAsync(ContractId[] ids, CancellationToken cancellationToken)
    {
        var affected = await contracts.ListAsync(new ContractsWithTheirLines(ids), cancellationToken);
        var offered = affected.SelectMany(contract => contract.Items).Where(line => line.IsIncluded).Select(line => line.TypeId).Distinct().ToList();
        var known = new KnownTypes();
        known.Learn(await types.ListAsync(new TypesOfIds(offered), cancellationToken));
        var differing = affected.Where(contract => contract.Rederive(known.EntryOf)).ToList();
        await bulk.UpsertAsync(differing, cancellationToken);
        await bulk.UpdateAsync(differing.SelectMany(contract => contract.Items).ToList(), ContractItem.OfItsType, cancellationToken);
        await lines.RefreshAsync([.. differing.Select(contract => contract.Id)], cancellationToken);
        await tallies.RecountAsync([.. differing.Select(contract => contract.RegionId).Distinct()], cancellationToken);
        return differing.Count;
    }
}

/// <summary>Contracts, live and closed, that offer one of the types in a line that was read.</summary>
public sealed class ContractsOffering : Specification<Contract, ContractId>
{
    public ContractsOffering(IReadOnlyCollection<TypeId> types)
    {
        Query
            .Where(contract => contract.ItemsState == ItemsState.Read
                && contract.Items.Any(line => line.IsIncluded && types.Contains(line.TypeId)))
            .OrderBy(contract => contract.Id);
        Query.Select(contract => contract.Id);
    }
}

public sealed class ContractsWithTheirLines : Specification<Contract>
{
    public ContractsWithTheirLines(IReadOnlyCollection<ContractId> ids) =>
        Query.Where(contract => ids.Contains(contract.Id)).Include(contract => contract.Items);
}
