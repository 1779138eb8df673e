using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class OfferedGroups(HangarBayDbContext context) : IOfferedGroups
{
    public async Task<IReadOnlyList<GroupId>> ListAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken) =>
        await context.Set<Contract>()
            .Where(contract => contract.ClosedAt == null && contract.DateExpired > marketInstant)
            .SelectMany(contract => contract.Items)
            .Where(item => item.IsIncluded && item.GroupId != null)
            .Select(item => item.GroupId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
}
