using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class OfferedGroups(HangarBayDbContext context) : IOfferedGroups
{
    public async Task<IReadOnlyList<GroupId>> ListAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken) =>
        await context.Set<OpenLine>()
            .Where(line => line.DateExpired > marketInstant && line.GroupId != null)
            .Select(line => line.GroupId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
}
