using HangarBay.Application.Market;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ResolvingNames;

internal sealed class ResolveNamesHandler(
    IEsi esi,
    IMissingNames missing,
    IMarketWriter market,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ResolveNamesHandler> logger) : IRequestHandler<ResolveNames, NamesResult>
{
    private const int AtOnce = 1_000;

    // ESI names a character some time after it first appears, and names seldom change.
    private static readonly TimeSpan UntilNamed = TimeSpan.FromDays(1);
    private static readonly TimeSpan UntilRenamed = TimeSpan.FromDays(7);

    public async Task<NamesResult> Handle(ResolveNames request, CancellationToken cancellationToken) => new(
        await RegionsAsync(cancellationToken)
        + await LocationsAsync(cancellationToken)
        + await SystemsAsync(cancellationToken)
        + await CharactersAsync(cancellationToken)
        + await CorporationsAsync(cancellationToken));

    private async Task<int> RegionsAsync(CancellationToken cancellationToken)
    {
        var answers = await AskAsync(await missing.RegionsAsync(AtOnce, cancellationToken), esi.GetRegionAsync, cancellationToken);
        return await market.NameAsync(answers.Values.OfType<Region>().ToList(), cancellationToken);
    }

    private async Task<int> LocationsAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.LocationsAsync(AtOnce, cancellationToken);
        var answers = await AskAsync([.. ids.Where(id => id.IsStation)], esi.GetStationAsync, cancellationToken);
        var now = time.GetUtcNow();
        var settled = ids.Where(id => !id.IsStation || answers.ContainsKey(id))
            .Select(id => answers.GetValueOrDefault(id) ?? Location.Unknown(id, now));
        return await market.NameAsync(settled.ToList(), cancellationToken);
    }

    private async Task<int> SystemsAsync(CancellationToken cancellationToken)
    {
        var answers = await AskAsync(await missing.SystemsAsync(AtOnce, cancellationToken), esi.GetSystemAsync, cancellationToken);
        return await market.NameAsync(answers.Values.OfType<SolarSystem>().ToList(), cancellationToken);
    }

    private async Task<int> CharactersAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = await missing.CharactersAsync(AtOnce, AskedBefore(now), cancellationToken);
        if (await NamesAsync(ids, id => id.Value, cancellationToken) is not { } names) return 0;
        var settled = ids.Where(id => names.ContainsKey(id.Value)).Select(id => new Character(id, names[id.Value], now)).ToList();
        return await market.NameAsync(settled, cancellationToken);
    }

    private async Task<int> CorporationsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = await missing.CorporationsAsync(AtOnce, AskedBefore(now), cancellationToken);
        if (await NamesAsync(ids, id => id.Value, cancellationToken) is not { } names) return 0;
        var settled = ids.Where(id => names.ContainsKey(id.Value)).Select(id => new Corporation(id, names[id.Value], now)).ToList();
        return await market.NameAsync(settled, cancellationToken);
    }

    private static LastAsked AskedBefore(DateTimeOffset now) => new(now - UntilNamed, now - UntilRenamed);

    /// <summary>Null where there is nothing to ask, or ESI gave no answer. Names can wait: contracts are shown without them, in words.</summary>
    private async Task<IReadOnlyDictionary<long, string?>?> NamesAsync<TId>(
        IReadOnlyCollection<TId> ids, Func<TId, long> value, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return null;
        try
        {
            return await esi.GetNamesAsync([.. ids.Select(value)], cancellationToken);
        }
        catch (EsiUnavailableException exception)
        {
            Log.EsiUnavailable(logger, exception.Message);
            return null;
        }
    }

    /// <summary>An id without an answer is left out. It is requested again, and does not delay the others.</summary>
    private async Task<IReadOnlyDictionary<TKey, TAnswer>> AskAsync<TKey, TAnswer>(
        IReadOnlyCollection<TKey> ids, Func<TKey, CancellationToken, Task<TAnswer>> read, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var reading = new ParallelReading<TKey, TAnswer>(logger);
        await reading.RunAsync(ids, read, Parallel(cancellationToken));
        return reading.Answers;
    }

    private ParallelOptions Parallel(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
}
