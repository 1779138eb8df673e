using System.Reflection;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HangarBay.Infrastructure.Tests.Market;

/// <summary>
/// Every stored column of what answers show is either visible, so that a change of it is stamped, or listed here as invisible.
/// </summary>
public sealed class ColumnTests() : DatabaseBehaviour(DatabaseProvider.Sqlite)
{
    /// <summary>The columns that no answer shows: when a row was last asked for, and its version stamp.</summary>
    private static readonly string[] InvisibleNames = [nameof(ItemType.ReadAt), nameof(IFollowed.ChangedIn)];

    private static readonly Dictionary<Type, string[]> VisibleNames = new()
    {
        [typeof(ItemType)] = ["Name", "GroupId", "CategoryId", "MarketGroupId", "IsPublished", "Volume"],
        [typeof(ItemGroup)] = ["CategoryId", "Name", "IsPublished"],
        [typeof(ItemCategory)] = ["Name", "IsPublished"],
        [typeof(Region)] = ["Name"],
        [typeof(SolarSystem)] = ["Name", "Security", "ConstellationId", "RegionId"],
        [typeof(Location)] = ["Name", "SystemId"],
        [typeof(Character)] = ["Name"],
        [typeof(Corporation)] = ["Name"],
    };

    [Fact]
    public async Task Every_column_of_a_contract_is_declared_visible_or_invisible()
    {
        var visible = typeof(VisibleContract).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).ToList();

        Assert.Equal((await ColumnsAsync(typeof(Contract))).Order(), visible.Concat(Contract.Invisible).Order());
    }

    [Fact]
    public async Task Every_column_of_a_name_is_declared_visible_or_invisible()
    {
        var followed = await InScopeAsync(services => Task.FromResult(Model(services).GetEntityTypes()
            .Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IFollowed)) && type != typeof(Contract)).ToList()));

        Assert.Equal(VisibleNames.Keys.Select(type => type.Name).Order(), followed.Select(type => type.Name).Order());
        foreach (var type in followed) Assert.Equal(VisibleNames[type].Order(), (await ColumnsAsync(type)).Except(InvisibleNames).Order());
    }

    private Task<List<string>> ColumnsAsync(Type entity) => InScopeAsync(services => Task.FromResult(Model(services).FindEntityType(entity)!
        .GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => property.Name).ToList()));

    private static IModel Model(IServiceProvider services) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<HangarBayDbContext>(services).Model;
}
