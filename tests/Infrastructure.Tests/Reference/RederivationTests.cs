using HangarBay.Application.Market;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.Infrastructure.Tests.Reference.Given;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class RederivationOnSqlite() : RederivationBehaviour(DatabaseProvider.Sqlite);

public sealed class RederivationOnPostgres() : RederivationBehaviour(DatabaseProvider.Postgres);

/// <summary>Values that were derived while a type was unknown are derived again once an import has the type.</summary>
public abstract class RederivationBehaviour(DatabaseProvider provider) : ReferenceTest(provider)
{
    private static readonly TypeId Rokh = new(24688);
    private static readonly TypeId Tritanium = new(34);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await GivenAsync(new MarketState("a sandbox"));
    }

    [SkippableFact]
    public async Task A_contract_that_offers_an_unknown_type_becomes_a_ship_contract_once_the_type_is_known()
    {
        await GivenTypesAsync(ItemType.Unknown(Rokh, Clock.GetUtcNow()), ItemType.Unknown(Tritanium, Clock.GetUtcNow()));
        await GivenReadAsync(1, (Tritanium, true), (Rokh, true));

        var before = Assert.Single(await AllAsync<MarketState>()).Version;

        var result = await ImportWellAsync(StaticDataExport.OfBuild(1));

        Assert.Equal(1, result.Rederived);
        var contract = await ContractAsync(1);
        Assert.True(contract.IsShipContract);
        Assert.Equal(("Rokh", new Headline(HeadlineKind.Ship, Rokh, 1)), (contract.ShipName, contract.Headline));
        Assert.Equal([new CategoryCount(new CategoryId(4), 1), new CategoryCount(CategoryId.Ship, 1)], contract.Composition!.Categories);
        Assert.InRange(contract.ChangedIn, before + 1, Assert.Single(await AllAsync<MarketState>()).Version);
    }

    [SkippableFact]
    public async Task Contracts_that_only_request_the_type_or_offer_another_stay_unchanged()
    {
        await GivenTypesAsync(ItemType.Unknown(Rokh, Clock.GetUtcNow()), Known(Tritanium, "Tritanium", 18, 4));
        await GivenReadAsync(1, (Rokh, false));
        await GivenReadAsync(2, (Tritanium, true));

        Assert.Equal(0, (await ImportWellAsync(StaticDataExport.OfBuild(1))).Rederived);
        Assert.True((await ContractAsync(1)).IsWantToBuy);
    }

    [SkippableFact]
    public async Task A_renamed_type_changes_its_contracts_and_closed_ones_too()
    {
        await GivenTypesAsync(Known(Rokh, "Rokh of old", 27, 6));
        await GivenReadAsync(1, (Rokh, true));
        var closed = await GivenReadAsync(2, (Rokh, true));
        closed.Close(Clock.GetUtcNow());
        await GivenAsync(closed);

        Assert.Equal(2, (await ImportWellAsync(StaticDataExport.OfBuild(1))).Rederived);
        Assert.Equal(["Rokh", "Rokh"], (await AllAsync<Contract>()).Select(contract => contract.ShipName));
    }

    [SkippableFact]
    public async Task A_type_with_a_new_group_changes_its_offered_lines()
    {
        await GivenTypesAsync(Known(Rokh, "Rokh", 26, 6), Known(Tritanium, "Tritanium", 18, 4));
        await GivenReadAsync(1, (Rokh, true), (Rokh, false), (Tritanium, true));

        Assert.Equal(1, (await ImportWellAsync(StaticDataExport.OfBuild(1))).Rederived);

        var lines = (await AllAsync<ContractLine>()).OrderBy(line => line.RecordId).ToList();
        Assert.Equal([new GroupId(27), null, new GroupId(18)], lines.Select(line => line.GroupId));
        Assert.Equal([CategoryId.Ship, null, new CategoryId(4)], lines.Select(line => line.CategoryId));
    }

    [SkippableFact]
    public async Task More_languages_alone_change_no_contract()
    {
        await GivenTypesAsync(Known(Rokh, "Rokh", 27, 6));
        await GivenReadAsync(1, (Rokh, true));
        Written.Clear();

        Assert.Equal(0, (await ImportWellAsync(StaticDataExport.OfBuild(1))).Rederived);
        Assert.Equal(0, Written.Of<Contract>());
    }

    [SkippableFact]
    public async Task Contracts_are_found_by_what_they_offer_and_come_with_all_their_lines()
    {
        await GivenTypesAsync(Known(Rokh, "Rokh", 27, 6), Known(Tritanium, "Tritanium", 18, 4));
        await GivenReadAsync(1, (Rokh, true), (Tritanium, false));
        await GivenReadAsync(2, (Rokh, false), (Tritanium, true));
        await GivenAsync(ContractSamples.Exchange(3));

        Assert.Equal([1L], await QueryAsync(async context => (await context.Set<Contract>().Apply(new ContractsOffering([Rokh])).ToListAsync()).Select(id => id.Value).ToList()));
        var loaded = await QueryAsync(context => context.Set<Contract>().Apply(new ContractsWithTheirLines([new ContractId(1), new ContractId(3)])).OrderBy(contract => contract.Id).ToListAsync());
        Assert.Equal([2, 0], loaded.Select(contract => contract.Lines.Count));
        Assert.Empty(await QueryAsync(context => context.Set<ItemGroup>().Apply(new EveryGroup()).ToListAsync()));
    }

    private static ItemType Known(TypeId id, string name, int group, int category) => ItemType.Known(
        id, Domain.LocalisedName.English(name), new GroupId(group), new CategoryId(category), null, true, 1, ContractSamples.Issued);

    private Task GivenTypesAsync(params ItemType[] types) => GivenAsync(types);

    /// <summary>A contract with its lines, derived from the present catalogue.</summary>
    private async Task<Contract> GivenReadAsync(long id, params (TypeId Type, bool Offered)[] lines)
    {
        var known = (await AllAsync<ItemType>()).ToDictionary(type => type.Id);
        var contract = ContractSamples.Exchange(id);
        contract.TakeLines(
            [.. lines.Select((line, index) => new ContractLine(contract.Id, (id * 100) + index, line.Type, 1, line.Offered))],
            type => CatalogueEntry.Of(known[type]));
        await GivenAsync(contract);
        return contract;
    }

    private async Task<Contract> ContractAsync(long id) => (await AllAsync<Contract>()).Single(contract => contract.Id.Value == id);
}
