using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence;

/// <summary>
/// No column refuses a text from outside, because it is cut where it comes in. PostgreSQL refuses a text that is too long, and the
/// character U+0000 in any text.
/// </summary>
public abstract class TextBoundsTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly string Hostile = "\0a\ud83d" + new string('\ufdfa', 5_000);

    private static readonly LocalisedName Name = LocalisedName.Of(Enum.GetValues<Language>().Select(language => KeyValuePair.Create(language, Hostile)));

    [SkippableFact]
    public async Task Every_stored_text_is_cut_where_it_comes_in()
    {
        await GivenAsync(new MarketState(Hostile));
        var sweeper = SweeperState.Nobody();
        sweeper.Take(Hostile, Issued);
        sweeper.Beat(new SweeperReport(SweeperPhase.Sweeping, null, null, Hostile, null, 0, null), Issued);
        sweeper.Refuse(Hostile);
        await GivenAsync(sweeper);
        await GivenAsync(SyncJob.Of(new JobReport(JobName.Lines, Issued, TimeSpan.Zero, Issued, 1, Hostile)));
        await GivenAsync(new QuarantineEntry(Hostile, Hostile, null, Issued));
        var import = ReferenceImport.Begin(ImportKind.StaticData, Hostile);
        import.Complete(new ImportSource(Hostile, 1, Hostile, Issued, Convert.ToHexString(new byte[32])), 1, 0, Issued);
        await GivenAsync(import);
        var coverage = RegionCoverage.Of(TheForge);
        var schedule = new SweepSchedule(Issued, Issued, Issued);
        coverage.Complete(Issued, [new RegionPage(TheForge, 1, Hostile, Issued, [1])], 1, schedule, Hostile);
        await GivenAsync(coverage);

        await GivenAsync(new ItemCategory(CategoryId.Ship, Name, isPublished: true));
        await GivenAsync(new ItemGroup(new GroupId(27), CategoryId.Ship, Name, isPublished: true));
        var ship = ItemType.Known(new TypeId(24688), Name, new GroupId(27), CategoryId.Ship, null, true, 1, Issued);
        await GivenAsync(ship);
        await GivenAsync(new MarketGroup(new MarketGroupId(1), null, Name));
        await GivenAsync(new Region(TheForge, Name));
        await GivenAsync(new Constellation(new ConstellationId(20_000_020), TheForge, Name));
        await GivenAsync(new SolarSystem(new SystemId(30_000_142), Name, SecurityStatus.Of(0.9)));
        await GivenAsync(Location.Known(new LocationId(60_003_760), Hostile, new SystemId(30_000_142), Issued));
        await GivenAsync(new Character(new CharacterId(2_112_000_000), Hostile, Issued));
        await GivenAsync(new Corporation(new CorporationId(98_000_001), Hostile, Issued));
        var contract = Exchange(1, title: Hostile);
        contract.TakeLines([new ContractLine(contract.Id, 1, ship.Id, 1, isIncluded: true)], _ => CatalogueEntry.Of(ship));
        await GivenAsync(contract);

        Assert.Empty(await UnfilledAsync());
    }

    /// <summary>
    /// The text columns with a maximum length that no row above fills. A new column is added above, or here with the reason why it needs no
    /// cut.
    /// </summary>
    private Task<List<string>> UnfilledAsync() => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<HangarBayDbContext>();
        var unfilled = new List<string>();
        foreach (var (table, column) in context.Model.GetEntityTypes().SelectMany(BoundedTexts))
        {
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            if (await context.Database.SqlQueryRaw<long>(sql).SingleAsync() == 0) unfilled.Add($"{table}.{column}");
        }

        // A tag that is too long is dropped, because a part of it would never match.
        return unfilled.Except(["region_pages.etag", "reference_imports.etag"]).ToList();
    });

    private static IEnumerable<(string Table, string Column)> BoundedTexts(IEntityType entity) => entity.GetProperties()
        .Where(property => property.GetMaxLength() is not null && property.ClrType == typeof(string))
        .Select(property => (entity.GetTableName()!, property.GetColumnName()));
}

public sealed class TextBoundsOnSqlite() : TextBoundsTests(DatabaseProvider.Sqlite);

public sealed class TextBoundsOnPostgres() : TextBoundsTests(DatabaseProvider.Postgres);
