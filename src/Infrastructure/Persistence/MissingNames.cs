using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class MissingNames(HangarBayDbContext context) : IMissingNames
{
    private IQueryable<Contract> Listed => context.Set<Contract>().Where(Contract.IsOpen);

    public async Task<IReadOnlyList<LocationId>> LocationsAsync(int limit, CancellationToken cancellationToken)
    {
        var starts = Listed.Where(contract => contract.StartLocationId != null).Select(contract => contract.StartLocationId!.Value);
        var ends = Listed.Where(contract => contract.EndLocationId != null).Select(contract => contract.EndLocationId!.Value);
        return await starts.Union(ends)
            .Where(id => !context.Set<Location>().Any(location => location.Id == id))
            .OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SystemId>> SystemsAsync(int limit, CancellationToken cancellationToken) =>
        await context.Set<Location>()
            .Where(location => location.SystemId != null)
            .Select(location => location.SystemId!.Value)
            .Distinct()
            .Where(id => !context.Set<SolarSystem>().Any(system => system.Id == id))
            .OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<RegionId>> RegionsAsync(int limit, CancellationToken cancellationToken) =>
        // ESI may not know a region that was never swept, so the name of such a region is not requested again and again.
        await context.Set<RegionCoverage>()
            .Where(coverage => coverage.AsOf != null)
            .Select(coverage => coverage.Id)
            .Where(id => !context.Set<Region>().Any(region => region.Id == id))
            .OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CharacterId>> CharactersAsync(int limit, LastAsked asked, CancellationToken cancellationToken) =>
        await Listed.Select(contract => contract.IssuerId)
            .Distinct()
            .Where(id => !context.Set<Character>().Any(character =>
                character.Id == id && character.ReadAt > (character.Name == null ? asked.WithoutName : asked.WithName)))
            .OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CorporationId>> CorporationsAsync(int limit, LastAsked asked, CancellationToken cancellationToken) =>
        await Listed.Select(contract => contract.IssuerCorporationId)
            .Distinct()
            .Where(id => !context.Set<Corporation>().Any(corporation =>
                corporation.Id == id && corporation.ReadAt > (corporation.Name == null ? asked.WithoutName : asked.WithName)))
            .OrderBy(id => id).Take(limit).ToListAsync(cancellationToken);
}
