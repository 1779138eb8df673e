using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>
/// Compares a region's last good sweep with the contracts that are open in the region (M3). The pages of a doubtful list have no tag. After
/// such a list nothing was closed, so more contracts may be open than were listed.
/// </summary>
internal sealed class RegionInvariants(HangarBayDbContext context)
{
    public const int Count = 4;

    private readonly Offenders _strangers = new("A contract on a region's pages is open in that region, or was set aside (M9).");
    private readonly Offenders _unnamed = new("An open contract of a region is on one of the region's pages, unless its list was doubtful (M3).");
    private readonly Offenders _miscounted = new("A region has as many open contracts as its last good sweep listed, unless its list was doubtful.");
    private readonly Offenders _neverSwept = new("A region has pages only after a good sweep.");

    public async Task<IEnumerable<Violation>> CheckAsync(CancellationToken cancellationToken)
    {
        var setAside = (await context.Set<QuarantineEntry>().Select(entry => entry.Subject).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var coverages = await context.Set<RegionCoverage>().AsNoTracking().OrderBy(coverage => coverage.Id).ToListAsync(cancellationToken);
        foreach (var coverage in coverages)
        {
            var pages = await context.Set<RegionPage>().AsNoTracking().Where(page => page.RegionId == coverage.Id).ToListAsync(cancellationToken);
            var open = (await OpenIn(coverage.Id).ToListAsync(cancellationToken)).Select(id => id.Value).ToHashSet();
            Check(coverage, pages, open, setAside);
        }

        return new[] { _strangers, _unnamed, _miscounted, _neverSwept }.Select(offenders => offenders.Conclude()).OfType<Violation>();
    }

    private void Check(RegionCoverage coverage, List<RegionPage> pages, HashSet<long> open, HashSet<string> setAside)
    {
        if (coverage.AsOf is null)
        {
            if (pages.Count > 0) _neverSwept.Add($"region {coverage.Id}");
            return;
        }

        var named = pages.SelectMany(page => page.ContractIds).ToHashSet();
        foreach (var id in named)
        {
            if (!open.Contains(id) && !setAside.Contains($"contract {id}")) _strangers.Add($"contract {id} of region {coverage.Id}");
        }

        if (pages.Exists(page => page.ETag is null)) return;
        foreach (var id in open)
        {
            if (!named.Contains(id)) _unnamed.Add($"contract {id} of region {coverage.Id}");
        }

        if (coverage.Listed != open.Count) _miscounted.Add($"region {coverage.Id}: {coverage.Listed} listed, {open.Count} open");
    }

    private IQueryable<ContractId> OpenIn(RegionId region) => context.Set<Contract>()
        .Where(Contract.IsOpen)
        .Where(contract => contract.RegionId == region)
        .Select(contract => contract.Id);
}
