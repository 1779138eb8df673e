using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
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
    public async Task The_last_change_of_a_type_is_told_and_one_that_changes_nothing_is_none()
    {
        Assert.Null(await LastChangeAsync());
        await GivenAsync(new MarketState("a sandbox"));
        await GivenAsync(Known(587, LocalisedName.English("Rifter")), Known(34, LocalisedName.English("Tritanium")));
        Assert.Equal(1, await LastChangeAsync());

        await GivenAsync(Known(587, LocalisedName.English("Rifter")));
        Assert.Equal(1, await LastChangeAsync());

        await GivenAsync(Known(34, LocalisedName.English("Trit")));
        Assert.Equal(2, await LastChangeAsync());
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

    private Task<long?> LastChangeAsync() => InScopeAsync(services =>
        services.GetRequiredService<IReadRepository<ItemType>>().FirstOrDefaultAsync(new LastTypeChange(), default));

    private Task<int> CountAsync(Specification<Contract> specification) => InScopeAsync(async services =>
        (await services.GetRequiredService<IReadRepository<Contract>>().ListAsync(specification, default)).Count);
}
