using System.Reflection;
using HangarBay.Application;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.TestSupport;

/// <summary>
/// The one place that stores test data. It uses the market's writer and the same calls as the sync. The domain builds the contracts, and
/// then the writer gets their content.
/// </summary>
public static class MarketData
{
    private static readonly MethodInfo NameOne = typeof(MarketData).GetMethod(nameof(NameAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Services that can write a market, for a test without services of its own. There is no ESI behind them.</summary>
    public static ServiceProvider StartWriter(this TestDatabase database, TimeProvider? clock = null) =>
        database.CreateServices(services => services.AddWholeApplication(clock ?? TimeProvider.System));

    /// <summary>Adds all use cases as in a process. There is no ESI behind them.</summary>
    public static IServiceCollection AddWholeApplication(this IServiceCollection services, TimeProvider clock)
    {
        var nothing = new ConfigurationBuilder().AddInMemoryCollection([new("Esi:BaseUrl", "http://127.0.0.1:9/")]).Build();
        return services.AddSingleton<IConfiguration>(nothing).AddSingleton(clock).AddApplication().AddEsi(nothing).AddReference(nothing);
    }

    /// <summary>
    /// Stores the roots in one change. Contracts that exist already get the content of the given ones. If there are contracts and the
    /// market has no source yet, it is claimed for <paramref name="source"/>. <paramref name="changedAt"/> is when the market counts as
    /// changed, by default now.
    /// </summary>
    public static async Task StoreAsync(
        this IServiceProvider process, IReadOnlyCollection<IAggregateRoot> roots, DateTimeOffset? changedAt = null, string source = "a sandbox")
    {
        await using var scope = process.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var contracts = roots.OfType<Contract>().ToList();
        await ClaimAsync(services, roots.OfType<MarketState>().SingleOrDefault() ?? (contracts.Count > 0 ? new MarketState(source) : null));
        await services.GetRequiredService<IMarketWriter>().ChangeAsync(
            async (change, token) =>
            {
                foreach (var kind in roots.Where(root => root is not (Contract or MarketState)).GroupBy(root => root.GetType()))
                {
                    if (kind.First() is IFollowed) await (Task)NameOne.MakeGenericMethod(kind.Key).Invoke(null, [change, kind, token])!;
                    else foreach (var root in kind) Add(services, (dynamic)root);
                }

                await RetellAsync(change, contracts, token);
                return roots.Count;
            },
            CancellationToken.None);
        if (changedAt is { } at) await SetChangedAtAsync(services, at);
    }

    private static async Task ClaimAsync(IServiceProvider services, MarketState? market)
    {
        var markets = services.GetRequiredService<IRepository<MarketState>>();
        if (market is null || await markets.FindAsync(MarketState.OnlyId, CancellationToken.None) is not null) return;
        markets.Add(market);
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
    }

    private static async Task RetellAsync(IMarketChange change, List<Contract> contracts, CancellationToken cancellationToken)
    {
        if (contracts.Count == 0) return;
        var byId = contracts.ToDictionary(contract => contract.Id);
        foreach (var seen in contracts.GroupBy(contract => (contract.RegionId, SeenAt: contract.FirstSeenAt == contract.DateIssued ? (DateTimeOffset?)null : contract.FirstSeenAt)))
            await change.ListAsync(seen.Key.RegionId, [.. seen.Select(RowOf)], seen.Key.SeenAt, cancellationToken);
        await change.GiveLinesAsync(byId.Keys, pending => GiveLines(pending, byId[pending.Id]), cancellationToken);
        await change.TakeBidsAsync(byId.Keys, auction => GiveBids(auction, byId[auction.Id]), cancellationToken);
        foreach (var sweep in contracts.Where(contract => contract.ClosedAt is not null).GroupBy(contract => contract.ClosedAt!.Value))
            await change.CloseAsync([.. sweep.Select(contract => contract.Id)], sweep.Key, cancellationToken);
    }

    private static ListedContract RowOf(Contract contract) => new()
    {
        Id = contract.Id,
        Type = contract.Type,
        IssuerId = contract.IssuerId,
        IssuerCorporationId = contract.IssuerCorporationId,
        ForCorporation = contract.ForCorporation,
        Title = contract.Title,
        StartLocationId = contract.StartLocationId,
        EndLocationId = contract.EndLocationId,
        Price = contract.Price?.Amount,
        Buyout = contract.Buyout?.Amount,
        Collateral = contract.Collateral?.Amount,
        Reward = contract.Reward?.Amount,
        Volume = contract.Volume,
        DaysToComplete = contract.DaysToComplete,
        DateIssued = contract.DateIssued,
        DateExpired = contract.DateExpired,
    };

    private static void GiveLines(Contract pending, Contract told)
    {
        if (told.LinesState == LinesState.Read)
        {
            pending.TakeLines(told.Lines, type => EntryOf(told, type));
            return;
        }

        for (var attempt = 0; attempt < told.LinesAttempts; attempt++) pending.MissLines(told.LinesNextAttemptAt!.Value, told.AcceptedSeen);
    }

    /// <summary>The catalogue's entry as it was when the contract was built.</summary>
    private static CatalogueEntry EntryOf(Contract told, TypeId type)
    {
        var line = told.Lines.FirstOrDefault(line => line.TypeId == type && line.IsIncluded);
        return new CatalogueEntry(line?.CategoryId, line?.CategoryId == CategoryId.Ship ? told.ShipName : null, line?.GroupId);
    }

    private static void GiveBids(Contract auction, Contract told)
    {
        var next = told.BidsNextAttemptAt ?? DateTimeOffset.UnixEpoch;
        if (told.BidCount is not null) auction.TakeBids(told.Bids, next);
        for (var attempt = 0; attempt < told.BidsAttempts; attempt++) auction.MissBids(next);
    }

    private static Task<int> NameAsync<T>(IMarketChange change, IEnumerable<IAggregateRoot> rows, CancellationToken cancellationToken)
        where T : class => change.NameAsync(rows.Cast<T>().ToList(), cancellationToken);

    private static void Add<T>(IServiceProvider services, T root)
        where T : class, IAggregateRoot => services.GetRequiredService<IRepository<T>>().Add(root);

    private static Task<int> SetChangedAtAsync(IServiceProvider services, DateTimeOffset at) =>
        services.GetRequiredService<HangarBayDbContext>().Set<MarketState>().ExecuteUpdateAsync(set => set.SetProperty(state => state.ChangedAt, at));
}
