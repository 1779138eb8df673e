using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class OfferedTypes(HangarBayDbContext context) : IOfferedTypes
{
    public async Task<IReadOnlyList<TypeId>> ListAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken) =>
        await context.Set<Contract>()
            .Where(contract => contract.ClosedAt == null && contract.DateExpired > marketInstant)
            .SelectMany(contract => contract.Items)
            .Where(item => item.IsIncluded)
            .Select(item => item.TypeId)
            .Distinct()
            .ToListAsync(cancellationToken);
}
