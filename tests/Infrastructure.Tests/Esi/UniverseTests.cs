using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Esi;

public sealed class UniverseTests : EsiTests
{
    [Fact]
    public async Task Regions_are_listed_and_an_unreadable_id_is_left_out()
    {
        Upstream.On("/universe/regions", Reply.Json("[10000001,10000002,4611686018427387904,\"x\",11000001]"));

        Assert.Equal([10000001, 10000002, 11000001], (await Esi.GetRegionIdsAsync(default)).Select(region => region.Value));
    }

    [Fact]
    public async Task A_region_is_read()
    {
        Upstream.On("/universe/regions/10000002", Reply.Json("""{"constellations":[],"name":"The Forge","region_id":10000002}"""));

        var region = await Esi.GetRegionAsync(TheForge, default);

        Assert.Equal((TheForge, "The Forge"), (region!.Id, region.Name.In(Language.En)));
    }

    [Fact]
    public async Task A_system_is_read_at_full_precision()
    {
        Upstream.On("/universe/systems/30000142", Reply.Json("""{"name":"Jita","security_status":0.9459131360054016,"system_id":30000142}"""));

        var system = await Esi.GetSystemAsync(new SystemId(30000142), default);

        Assert.Equal(("Jita", 0.9459131360054016), (system!.Name.In(Language.En), system.Security.Value));
    }

    [Fact]
    public async Task A_security_outside_its_range_fails()
    {
        Upstream.On("/universe/systems/30000142", Reply.Json("""{"name":"Jita","security_status":9.4,"system_id":30000142}"""));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetSystemAsync(new SystemId(30000142), default));
    }

    [Fact]
    public async Task A_station_is_read_with_its_system()
    {
        Upstream.On("/universe/stations/60003760", Reply.Json("""{"name":"Jita IV - Moon 4","station_id":60003760,"system_id":30000142}"""));

        var station = await Esi.GetStationAsync(new LocationId(60003760), default);

        Assert.Equal((new LocationId(60003760), "Jita IV - Moon 4", new SystemId(30000142)), (station!.Id, station.Name, station.SystemId!.Value));
    }

    [Fact]
    public async Task A_structure_is_never_asked_for()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Esi.GetStationAsync(new LocationId(1_038_457_641_673), default));
        Assert.Empty(Upstream.Requests);
    }

    [Fact]
    public async Task A_type_without_a_place_in_the_market_is_read()
    {
        Upstream.On("/universe/types/587", Reply.Json("""{"type_id":587,"name":"Rifter","group_id":25,"published":true}"""));

        Assert.Equal(
            new EsiType(new TypeId(587), "Rifter", new GroupId(25), MarketGroupId: null, IsPublished: true, Volume: null),
            await Esi.GetTypeAsync(new TypeId(587), default));
    }

    [Fact]
    public async Task A_group_and_a_category_are_read()
    {
        Upstream.On("/universe/groups/25", Reply.Json("""{"category_id":6,"group_id":25,"name":"Frigate","published":true,"types":[587]}"""));
        Upstream.On("/universe/categories/6", Reply.Json("""{"category_id":6,"groups":[25],"name":"Ship","published":false}"""));

        var group = await Esi.GetGroupAsync(new GroupId(25), default);
        var category = await Esi.GetCategoryAsync(CategoryId.Ship, default);

        Assert.Equal((CategoryId.Ship, "Frigate", true), (group!.CategoryId, group.Name, group.IsPublished));
        Assert.Equal((CategoryId.Ship, "Ship", false), (category!.Id, category.Name.In(Language.En), category.IsPublished));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null")]
    public async Task Entries_without_a_name_are_read_too(string name)
    {
        Upstream.On("/universe/types/587", Reply.Json($$"""{"type_id":587,"name":{{name}},"group_id":25,"published":true}"""));
        Upstream.On("/universe/groups/25", Reply.Json("""{"category_id":6,"group_id":25,"published":true}"""));
        Upstream.On("/universe/categories/6", Reply.Json($$"""{"category_id":6,"name":{{name}},"published":true}"""));

        Assert.Equal((null, new GroupId(25)), ((await Esi.GetTypeAsync(new TypeId(587), default)) is { } type ? (type.Name, type.GroupId) : default));
        Assert.Equal(new EsiGroup(new GroupId(25), CategoryId.Ship, null, true), await Esi.GetGroupAsync(new GroupId(25), default));
        // Only the name of a category is known.
        Assert.Null(await Esi.GetCategoryAsync(CategoryId.Ship, default));
    }

    [Fact]
    public async Task An_entry_that_answers_404_is_null_without_a_retry()
    {
        Assert.Null(await Esi.GetRegionAsync(TheForge, default));
        Assert.Null(await Esi.GetSystemAsync(new SystemId(1), default));
        Assert.Null(await Esi.GetStationAsync(new LocationId(60000000), default));
        Assert.Null(await Esi.GetTypeAsync(new TypeId(1), default));
        Assert.Null(await Esi.GetGroupAsync(new GroupId(1), default));
        Assert.Null(await Esi.GetCategoryAsync(new CategoryId(1), default));
        Assert.Equal(6, Upstream.Requests.Count);
    }
}
