using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Reference;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class SearchSpecsOnSqlite() : SearchSpecTests(DatabaseProvider.Sqlite);

public sealed class SearchSpecsOnPostgres() : SearchSpecTests(DatabaseProvider.Postgres);

/// <summary>What a search asks, each question by itself.</summary>
public abstract class SearchSpecTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    [SkippableFact]
    public async Task Names_are_told_in_the_form_that_is_searched_and_only_of_types_that_have_one()
    {
        await GivenAsync(
            Known(587, LocalisedName.Of([new(Language.En, "Rifter"), new(Language.Ja, "リフター")])), Known(34, LocalisedName.English("Tritanium")),
            ItemType.Unknown(new TypeId(35), ContractSamples.Issued));

        Assert.Equal(["rifter", "tritanium"], await NamesAsync(Language.En));
        Assert.Equal([null, "リフター"], await NamesAsync(Language.Ja));
        Assert.Equal(3, await InScopeAsync(services => services.GetRequiredService<IReadRepository<ItemType>>().CountAsync(new EveryType(), default)));
    }

    [SkippableFact]
    public async Task An_import_of_types_is_told_once_it_has_come_to_its_end()
    {
        var import = ReferenceImport.Begin(ImportKind.StaticData, "here");
        await GivenAsync(import);
        Assert.Null(await ImportedAsync());

        await InScopeAsync(async services =>
        {
            var stored = await services.GetRequiredService<IRepository<ReferenceImport>>().FindAsync(ImportKind.StaticData, default);
            stored!.Complete(new ImportSource("here", 1, null, null, null), rows: 1, setAside: 0, ContractSamples.Issued);
            await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(default);
            return true;
        });
        Assert.Equal(ContractSamples.Issued, await ImportedAsync());
    }

    [SkippableFact]
    public async Task Of_more_than_a_handful_one_more_is_read_and_of_a_handful_all()
    {
        await GivenAsync([.. Enumerable.Range(1, HandfulSpec.Most + 5).Select(id => ContractSamples.Courier(id))]);
        var all = new BrowseContracts();

        Assert.Equal(HandfulSpec.Most + 1, await CountAsync(new HandfulSpec(all, ContractSamples.Issued, null)));
        Assert.Equal(HandfulSpec.Most + 1, await CountAsync(new SomeMatches(all, ContractSamples.Issued, null)));
        Assert.Equal(0, await CountAsync(new HandfulSpec(all with { Search = "needle" }, ContractSamples.Issued, [])));
    }

    private static ItemType Known(int id, LocalisedName name) =>
        ItemType.Known(new TypeId(id), name, new GroupId(1), CategoryId.Ship, null, true, 1, ContractSamples.Issued);

    private Task<List<string?>> NamesAsync(Language language) => InScopeAsync(async services =>
        (await services.GetRequiredService<IReadRepository<ItemType>>().ListAsync(new TypeNamesIn(language), default)).Select(name => name.Text).Order().ToList());

    private Task<DateTimeOffset?> ImportedAsync() => InScopeAsync(services =>
        services.GetRequiredService<IReadRepository<ReferenceImport>>().FirstOrDefaultAsync(new LastStaticData(), default));

    private Task<int> CountAsync(Specification<Contract> specification) => InScopeAsync(async services =>
        (await services.GetRequiredService<IReadRepository<Contract>>().ListAsync(specification, default)).Count);
}
