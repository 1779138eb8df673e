using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Bench;

/// <summary>An ESI that has every answer at hand: what remains to be measured is what Hangar Bay does with them.</summary>
internal sealed class MemoryEsi : IEsi
{
    private const int PageSize = 1000;
    private const int Types = 2000;

    private readonly Dictionary<ContractId, ItemsAnswer> _items = [];
    private List<ListedRow> _rows = [];
    private DateTimeOffset _generation;
    private long _lastId;

    public MemoryEsi(int contracts, DateTimeOffset now)
    {
        Grow(contracts, now);
        _generation = now;
    }

    /// <summary>Answers 304 to whoever names the tag it has.</summary>
    public bool AnswersNotModified { get; set; }

    public int Lines { get; private set; }

    public bool HasContact => true;

    /// <summary>The next generation: so many leave, so many come.</summary>
    public void Turn(int churn, DateTimeOffset now)
    {
        var step = churn == 0 ? int.MaxValue : Math.Max(1, _rows.Count / churn);
        _rows = [.. _rows.Where((_, index) => churn == 0 || index % step != 0)];
        Grow(churn, now);
        _generation = now;
    }

    public Task<ListPage> GetContractsAsync(RegionId region, int page, string? etag, CancellationToken cancellationToken)
    {
        var pages = (_rows.Count + PageSize - 1) / PageSize;
        var expires = _generation.AddMinutes(30);
        return Task.FromResult<ListPage>(AnswersNotModified && etag is not null
            ? new ListPage.NotModified(page, pages, _generation, expires)
            : new ListPage.Read(
                page, pages, FormattableString.Invariant($"\"{_generation.Ticks}-{page}\""), _generation, expires,
                _rows.GetRange((page - 1) * PageSize, Math.Min(PageSize, _rows.Count - ((page - 1) * PageSize))), []));
    }

    public Task<ItemsAnswer> GetItemsAsync(ContractId contract, CancellationToken cancellationToken) => Task.FromResult(_items[contract]);

    public Task<EsiType?> GetTypeAsync(TypeId id, CancellationToken cancellationToken) =>
        Task.FromResult<EsiType?>(new EsiType(id, $"Type {id}", new GroupId(id.Value % 100), null, true, 10));

    public Task<ItemGroup?> GetGroupAsync(GroupId id, CancellationToken cancellationToken) =>
        Task.FromResult<ItemGroup?>(new ItemGroup(id, new CategoryId(id.Value % 20), LocalisedName.English($"Group {id}"), true));

    public Task<ItemCategory?> GetCategoryAsync(CategoryId id, CancellationToken cancellationToken) =>
        Task.FromResult<ItemCategory?>(new ItemCategory(id, LocalisedName.English($"Category {id}"), true));

    public Task<BidsAnswer?> GetBidsAsync(ContractId contract, CancellationToken cancellationToken) => Task.FromResult<BidsAnswer?>(null);

    public Task<IReadOnlyList<RegionId>> GetRegionIdsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Region?> GetRegionAsync(RegionId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SolarSystem?> GetSystemAsync(SystemId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Location?> GetStationAsync(LocationId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> GetNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string> GetSourceAsync(CancellationToken cancellationToken) => Task.FromResult("sandbox: memory");

    /// <summary>Shaped like The Forge: one line mostly, a long tail, 7.4 lines on average.</summary>
    private void Grow(int contracts, DateTimeOffset now)
    {
        for (var index = 0; index < contracts; index++)
        {
            var id = new ContractId(++_lastId + 190_000_000);
            var random = new Random((int)_lastId);
            _rows.Add(new ListedRow(Row(id, random, now), null));
            var lines = random.NextDouble() < 0.7 ? 1 : 1 + (int)(21.3 * -Math.Log(1 - random.NextDouble()));
            Lines += lines;
            _items[id] = new ItemsAnswer.Complete([.. Enumerable.Range(1, lines).Select(line => Line(id, line, random))]);
        }
    }

    private static ListedContract Row(ContractId id, Random random, DateTimeOffset now) => new()
    {
        Id = id,
        Type = ContractType.ItemExchange,
        IssuerId = new CharacterId(90_000_000 + random.Next(8_000)),
        IssuerCorporationId = new CorporationId(98_000_000 + random.Next(3_000)),
        Title = random.Next(3) == 0 ? $"Sale number {random.Next(100_000)}" : null,
        StartLocationId = new LocationId(60_003_760 + random.Next(100)),
        Price = random.Next(1, 1_000_000) * 1_000m,
        Volume = random.Next(1, 500_000),
        DateIssued = now.AddDays(-random.NextDouble() * 14),
        DateExpired = now.AddDays(7 + random.NextDouble() * 14),
    };

    private static ContractItem Line(ContractId contract, int line, Random random)
    {
        var isCopy = random.Next(3) == 0;
        return new ContractItem(
            contract, (contract.Value * 1000) + line, new TypeId(1 + random.Next(Types)), random.Next(1, 100), isIncluded: true, isCopy,
            isCopy ? random.Next(1, 300) : null, isCopy ? random.Next(11) : null, isCopy ? random.Next(21) : null, random.NextInt64(1, 1L << 40));
    }
}
