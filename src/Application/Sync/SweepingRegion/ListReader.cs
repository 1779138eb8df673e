using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>
/// Reads every page of a region's list until the pages agree (M2): the same <c>X-Pages</c>, <c>Last-Modified</c> within two seconds, and
/// none empty among many. Pages that do not fit are read again, a bounded number of times. A page that answered well is not read again
/// before its own <c>Expires</c>.
/// </summary>
internal sealed class ListReader(IEsi esi, IOptions<SyncOptions> options, TimeProvider time)
{
    private const int Rounds = 3;

    /// <param name="region">The region.</param>
    /// <param name="stored">The pages of the last good sweep, so that a 304 stands for known ids (M3).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ListReading> ReadAsync(RegionId region, IReadOnlyCollection<RegionPage> stored, CancellationToken cancellationToken)
    {
        var pages = new PageSet(region, stored);
        try
        {
            await ReadPageAsync(pages, region, 1, cancellationToken);
            for (var round = 1; ; round++)
            {
                if (pages.IsUnknown) return new ListReading.Incomplete("ESI knows no such region.", null);
                // A new answer for page 1 may name more pages.
                while (pages.Unread() is { Count: > 0 } unread)
                {
                    await ReadPagesAsync(pages, region, unread, cancellationToken);
                    if (pages.LacksOne) break;
                }

                if (pages.FindFault() is not { } fault) return pages.Assemble();
                if (round == Rounds || !await WaitAsync(pages, fault, cancellationToken))
                    return new ListReading.Incomplete(fault.Reason, pages.ExpiresAt);
                pages.Forget(fault.Pages);
            }
        }
        catch (EsiUnavailableException exception)
        {
            return new ListReading.Incomplete(exception.Message, pages.ExpiresAt);
        }
    }

    /// <summary>Reads pages up to one that is missing. No pages follow it, and each further request would cost the shared error budget.</summary>
    private async Task ReadPagesAsync(PageSet pages, RegionId region, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var isMissing = false;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.PagesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(numbers, parallel, async (number, token) =>
        {
            if (Volatile.Read(ref isMissing)) return;
            await ReadPageAsync(pages, region, number, token);
            if (pages.IsMissing(number)) Volatile.Write(ref isMissing, true);
        });
    }

    private async Task ReadPageAsync(PageSet pages, RegionId region, int number, CancellationToken cancellationToken) =>
        pages.Take(number, await esi.GetContractsAsync(region, number, pages.ETagOf(number), cancellationToken));

    /// <summary>False where a page to be read again expires later than <see cref="SyncOptions.Patience"/> allows.</summary>
    private async Task<bool> WaitAsync(PageSet pages, PageFault fault, CancellationToken cancellationToken)
    {
        if (!fault.MustExpire) return true;
        var wait = pages.ExpiryOf(fault.Pages) - time.GetUtcNow();
        if (wait > options.Value.Patience) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait.Value, time, cancellationToken);
        return true;
    }
}

/// <summary>
/// Why the pages read do not make one list, and which to read again. Where <paramref name="MustExpire"/> is true, they answered well and
/// are not requested again before they expire. Otherwise the answer was broken, and they may be requested again at once.
/// </summary>
internal sealed record PageFault(string Reason, IReadOnlyCollection<int> Pages, bool MustExpire);
