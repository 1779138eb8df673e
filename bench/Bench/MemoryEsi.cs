using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Bench;

/// <summary>An ESI with every answer in memory, so that a measurement contains only the work of Hangar Bay.</summary>
internal sealed class MemoryEsi : IEsi
{
    /// <summary>The id of the first contract that was listed; the others follow one by one.</summary>
    public const long FirstId = 190_000_001;

    private const int PageSize = 1000;

    private readonly MarketShape _shape;
    private readonly Dictionary<ContractId, LinesAnswer> _lines = [];
    private List<ListedRow> _rows = [];
    private DateTimeOffset _generation;
    private long _lastId = FirstId - 1;

    public MemoryEsi(int contracts, MarketShape shape, DateTimeOffset now)
    {
        _shape = shape;
        Grow(contracts, now);
        _generation = now;
    }

    /// <summary>Whether a list call with any ETag is answered with 304.</summary>
    public bool AnswersNotModified { get; set; }

    public int Lines { get; private set; }

    public bool HasContact => true;

    /// <summary>Starts the next generation: this many contracts leave the list and as many come.</summary>
    public void Turn(int churn, DateTimeOffset now)
    {
        var step = churn == 0 ? int.MaxValue : Math.Max(1, _rows.Count / churn);
        _rows = [.. _rows.Where((_, index) => churn == 0 || index % step != 0)];
        Grow(churn, now);
        _generation = now;
    }

    /// <summary>Starts the next generation with a list of other contracts only.</summary>
    public void Replace(int contracts, DateTimeOffset now)
    {
        _rows = [];
        Grow(contracts, now);
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

    public Task<LinesAnswer> GetLinesAsync(ContractId contract, CancellationToken cancellationToken) => Task.FromResult(_lines[contract]);

    public Task<EsiType?> GetTypeAsync(TypeId id, CancellationToken cancellationToken) => Task.FromResult<EsiType?>(MarketShape.Type(id));

    public Task<EsiGroup?> GetGroupAsync(GroupId id, CancellationToken cancellationToken) =>
        Task.FromResult<EsiGroup?>(new EsiGroup(id, MarketShape.CategoryOf(id), $"Group {id}", true));

    public Task<ItemCategory?> GetCategoryAsync(CategoryId id, CancellationToken cancellationToken) =>
        Task.FromResult<ItemCategory?>(new ItemCategory(id, LocalisedName.English($"Category {id}"), true));

    public Task<BidsAnswer?> GetBidsAsync(ContractId contract, CancellationToken cancellationToken) => Task.FromResult<BidsAnswer?>(null);

    public Task<IReadOnlyList<RegionId>> GetRegionIdsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Region?> GetRegionAsync(RegionId id, CancellationToken cancellationToken) =>
        Task.FromResult<Region?>(new Region(id, LocalisedName.English("The Forge")));

    public Task<SolarSystem?> GetSystemAsync(SystemId id, CancellationToken cancellationToken) =>
        Task.FromResult<SolarSystem?>(MarketShape.System(id));

    public Task<Location?> GetStationAsync(LocationId id, CancellationToken cancellationToken) =>
        Task.FromResult<Location?>(MarketShape.Station(id));

    public Task<IReadOnlyDictionary<long, string?>> GetNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string?>>(ids.ToDictionary(id => id, id => (string?)$"Pilot or corporation {id}"));

    public Task<string> GetSourceAsync(CancellationToken cancellationToken) => Task.FromResult("sandbox: memory");

    private void Grow(int contracts, DateTimeOffset now)
    {
        for (var index = 0; index < contracts; index++)
        {
            var id = new ContractId(++_lastId);
            var (row, lines) = _shape.Contract(id, now);
            _rows.Add(new ListedRow(row, null));
            Lines += lines.Count;
            if (lines.Count > 0) _lines[id] = new LinesAnswer.Complete(lines);
        }
    }
}
