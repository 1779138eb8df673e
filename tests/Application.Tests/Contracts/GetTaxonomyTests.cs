using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The categories and groups of what live contracts offer.</summary>
public sealed class GetTaxonomyTests
{
    private readonly SettledMarket _market = AMarket();

    public GetTaxonomyTests() => _market.Coverages.Add(ARegionSweptAt(Noon));

    [Fact]
    public async Task Groups_are_those_of_offered_lines_with_their_categories_each_once_by_name()
    {
        _market.Add(
            Numbered(1).Offering(Known.Rokh).Offering(Known.Rifter).Offering(Known.Railgun).Offering(Known.RifterBlueprint),
            Numbered(2).Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint));

        var taxonomy = await GetAsync();

        Assert.Equal(
            [
                new(Battleship.Value, Known.Ship.Value, "Battleship"), new(Frigate.Value, Known.Ship.Value, "Frigate"),
                new(FrigateBlueprint.Value, Known.Blueprint.Value, "Frigate Blueprint"), new(Gun.Value, Known.Module.Value, "Hybrid Weapon"),
            ],
            taxonomy.Groups);
        Assert.Equal([new(Known.Blueprint.Value, "Blueprint"), new(Known.Module.Value, "Module"), new(Known.Ship.Value, "Ship")], taxonomy.Categories);
    }

    [Fact]
    public async Task Requested_items_and_expired_and_closed_contracts_do_not_count()
    {
        _market.Add(
            Numbered(1).Offering(Known.Rokh).Requesting(Known.Rifter), Numbered(2).Expiring(Noon).Offering(Known.Railgun), Numbered(3).Offering(Known.ShieldExtender));
        _market.Contracts[2].Close(Noon);

        Assert.Equal([Battleship.Value], (await GetAsync()).Groups.Select(group => group.GroupId));
    }

    [Fact]
    public async Task Types_of_unknown_group_and_groups_without_a_name_are_left_out()
    {
        _market.Groups.RemoveAll(group => group.Id == Gun);
        _market.Add(Numbered(1).Offering(Known.Mystery).Offering(Known.Railgun));

        var taxonomy = await GetAsync();

        Assert.Empty(taxonomy.Groups);
        Assert.Empty(taxonomy.Categories);
    }

    [Fact]
    public async Task Names_are_in_the_readers_language()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh));

        Assert.Equal("Schiff", Assert.Single((await GetAsync(Language.De)).Categories).Name);
    }

    [Fact]
    public async Task It_is_complete_where_every_region_was_swept_and_no_contract_waits_for_its_lines()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh), ACourier(2), Numbered(3).Expiring(Noon));

        Assert.Equal(TaxonomyCoverage.Complete, (await GetAsync()).Coverage);
    }

    [Fact]
    public async Task It_is_partial_while_a_contract_waits_for_its_lines()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh), Numbered(2));

        Assert.Equal(TaxonomyCoverage.Partial, (await GetAsync()).Coverage);
    }

    [Fact]
    public async Task It_is_partial_where_lines_were_set_aside()
    {
        _market.Add(Numbered(2).SetAside());

        Assert.Equal(TaxonomyCoverage.Partial, (await GetAsync()).Coverage);
    }

    [Fact]
    public async Task It_is_partial_while_a_region_lacks_a_good_sweep()
    {
        _market.Coverages.Add(RegionCoverage.Of(Delve));

        Assert.Equal(TaxonomyCoverage.Partial, (await GetAsync()).Coverage);
    }

    [Fact]
    public async Task It_is_partial_before_any_region_was_tried()
    {
        _market.Coverages.Clear();

        Assert.Equal(TaxonomyCoverage.Partial, (await GetAsync()).Coverage);
    }

    private Task<Taxonomy> GetAsync(Language language = Language.En) => new GetTaxonomyHandler(_market.Pin).Handle(new GetTaxonomy { Lang = language }, default);
}
