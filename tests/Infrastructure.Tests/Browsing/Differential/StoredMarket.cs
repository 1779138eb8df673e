using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>A corpus in a database of its own, as the sync would have stored it, with the whole use case.</summary>
internal sealed class StoredMarket : IAsyncDisposable
{
    private static readonly DateTimeOffset LongAgo = World.Noon.AddDays(-30);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    // A further version of the market has the same instant.
    private readonly DateTimeOffset _changedAt;

    private StoredMarket(TestDatabase database, Corpus corpus)
    {
        _database = database;
        _changedAt = corpus.ChangedAt ?? LongAgo;
        Clock = new FakeTimeProvider(corpus.Now);
        _services = database.CreateServices(services => services.AddWholeApplication(Clock));
    }

    public FakeTimeProvider Clock { get; }

    public static async Task<StoredMarket> OfAsync(DatabaseProvider provider, Corpus corpus)
    {
        var market = new StoredMarket(await TestDatabase.CreateAsync(provider), corpus);
        await market.WriteWorldAsync();
        await market.WriteAsync(corpus.Contracts);
        return market;
    }

    public Task<ContractPage> BrowseAsync(BrowseContracts query) => InScopeAsync(services => services.GetRequiredService<IMediator>().Send(query));

    /// <summary>The ids of every row, walked by cursors in pages of the query's size.</summary>
    public async Task<List<long>> IdsAsync(BrowseContracts query)
    {
        var ids = new List<long>();
        for (string? cursor = null; ;)
        {
            var page = await BrowseAsync(query with { Cursor = cursor });
            ids.AddRange(page.Items.Select(row => row.ContractId));
            if ((cursor = page.NextCursor) is null) return ids;
        }
    }

    /// <summary>Stores contracts. Those that exist already are overwritten.</summary>
    public Task WriteAsync(IReadOnlyCollection<Fact> facts) => _services.StoreAsync([.. facts.Select(Build)], _changedAt);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private Task WriteWorldAsync() => _services.StoreAsync(
        [
            .. World.Types.Select(type => type.Name is null
                ? ItemType.Unknown(new TypeId(type.Id), LongAgo)
                : ItemType.Known(
                    new TypeId(type.Id), type.Name, new GroupId(type.Group!.Value), type.Category is { } category ? new CategoryId(category) : null, null, true, 1, LongAgo)),
            .. World.Categories.Select(category => new ItemCategory(new CategoryId(category.Key), category.Value, true)),
            .. World.Systems.Select(system => new SolarSystem(new SystemId(system.Key), LocalisedName.English($"System {system.Key}"), SecurityStatus.Of(system.Value), null, RegionOf(system.Key))),
            .. World.Places.Select(place => place.Value is { Name: { } name, System: { } system }
                ? Location.Known(new LocationId(place.Key), name, new SystemId(system), LongAgo)
                : Location.Unknown(new LocationId(place.Key), LongAgo)),
            new Character(new CharacterId(World.Issuer), "Ada Lovelace", LongAgo),
            new MarketState("a sandbox"),
            .. World.Regions.Select(region => CoverageOf(new RegionId(region.Key), region.Value.AsOf)),
        ],
        _changedAt);

    private static RegionCoverage CoverageOf(RegionId region, DateTimeOffset? asOf)
    {
        var coverage = RegionCoverage.Of(region);
        if (asOf is { } at) coverage.Complete(at, [], listed: 1, new SweepSchedule(at, at.AddMinutes(30), at.AddMinutes(31)));
        return coverage;
    }

    private static Contract Build(Fact fact)
    {
        var id = new ContractId(fact.Id);
        var contract = Contract.FromListing(
            new ListedContract
            {
                Id = id,
                Type = fact.Type,
                IssuerId = new CharacterId(fact.Issuer),
                IssuerCorporationId = new CorporationId(World.Corporation),
                Title = fact.Title,
                StartLocationId = PlaceOf(fact.Start),
                EndLocationId = PlaceOf(fact.End),
                Price = fact.Price,
                Buyout = fact.Buyout,
                Collateral = fact.Collateral,
                Reward = fact.Reward,
                Volume = fact.Volume,
                DaysToComplete = fact.Days,
                DateIssued = fact.Issued,
                DateExpired = fact.Expires,
            },
            new RegionId(fact.Region),
            fact.FirstSeen);
        if (fact.State == LinesState.Read) contract.TakeLines(fact.Lines.Select(line => LineOf(id, line)).Reverse(), Catalogue);
        for (var attempt = 0; fact.State == LinesState.SetAside && attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(LongAgo, accepted: false);
        if (fact.Bids is { } bids) contract.TakeBids([.. bids.Select((isk, index) => new AuctionBid(id, index + 1, Isk.Of(isk), LongAgo))], LongAgo);
        if (fact.ClosedAt is { } closedAt) contract.Close(closedAt);
        return contract;
    }

    private static ContractLine LineOf(ContractId contract, FactLine line) => new(
        contract, line.RecordId, new TypeId(line.Type), line.Quantity, line.Offered, line.Copy, line.Runs, line.Me, line.Te);

    private static RegionId? RegionOf(int system) => World.RegionsOfSystems.TryGetValue(system, out var region) ? new RegionId(region) : null;

    private static LocationId? PlaceOf(long? id) => id is { } place ? new LocationId(place) : null;

    private static CatalogueEntry Catalogue(TypeId id) => World.Type(id.Value) is { } type
        ? new CatalogueEntry(
            type.Category is { } category ? new CategoryId(category) : null, type.Name?.In(Language.En), type.Group is { } group ? new GroupId(group) : null)
        : default;
}
