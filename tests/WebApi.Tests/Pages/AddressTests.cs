using CsCheck;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Pages;
using HangarBay.WebUi.Addresses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class AddressTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(ContractFilters.Table).BuildServiceProvider();
    private static readonly Gen<int> Ids = Gen.Int[1, 99_999];
    private static readonly Gen<int?> Numbers = Gen.Int[0, 500].Nullable();
    private static readonly Gen<decimal?> Amounts =
        Gen.OneOf(Gen.Long[0, 10_000], Gen.Long[0, long.MaxValue]).Select(hundredths => Isk.FromHundredths(hundredths).Amount).Nullable();

    private static readonly Gen<BrowseContracts> Places = Gen.Select(Ids.Array[0, 3], Ids.Array[0, 3], Ids.Array[0, 3], Ids.Array[0, 3], Of<SecurityBand>().Array[0, 3]).Select(
        (regions, systems, stations, types, bands) => new BrowseContracts
        {
            RegionIds = [.. regions.Distinct().Order().Select(id => new RegionId(id))],
            SystemIds = [.. systems.Distinct().Order().Select(id => new SystemId(id))],
            StationIds = [.. stations.Distinct().Order().Select(id => new LocationId(60_000_000L + id))],
            TypeIds = [.. types.Distinct().Order().Select(id => new TypeId(id))],
            Security = [.. bands.Distinct().Order()],
        });

    private static readonly Gen<BrowseContracts> Bounded = Gen.Select(Places, Amounts.Array[6], Numbers.Array[6]).Select((query, amounts, numbers) => query with
    {
        MinPrice = amounts[0],
        MaxPrice = amounts[1],
        MinCollateral = amounts[2],
        MaxCollateral = amounts[3],
        MinReward = amounts[4],
        MaxReward = amounts[5],
        MinRuns = numbers[0],
        MaxRuns = numbers[1],
        MinMe = numbers[2],
        MaxMe = numbers[3],
        MinTe = numbers[4],
        MaxTe = numbers[5],
    });

    private static readonly Gen<BrowseContracts> Ordered = Gen.Select(Bounded, Of<ContractSort>(), Of<SortDirection>(), Gen.Int[1, 100], Gen.Int[2, 900].Nullable()).Select(
        (query, sort, direction, size, page) => query with { SortBy = sort, SortDirection = direction, Size = size, Page = page });

    private static readonly Gen<ContractsView> Views = Gen.Select(Ordered, Gen.String[0, 12], Of<ContractType>().Array[0, 2], Gen.Bool.Nullable(), Ids.Array[0, 2], Of<ContractSegment>().Nullable(), Of<Language>().Nullable(), Gen.String[0, 12]).Select(
        (query, search, types, isBpc, kinds, segment, language, place) => new ContractsView
        {
            Filters = query with
            {
                Search = Text(search),
                ContractTypes = [.. types.Distinct().Order()],
                IsBpc = isBpc,
                CategoryIds = [.. kinds.Select(id => new CategoryId(id))],
                GroupIds = [.. kinds.Select(id => new GroupId(id + 1))],
                Lang = language ?? default,
            },
            Segment = segment,
            Place = Text(place),
            NamedLanguage = language,
        });

    [Fact]
    public void An_address_is_read_back_as_the_view_it_was_written_for() => Views.Sample(view =>
    {
        var address = Address.Of(view);
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Request.QueryString = new QueryString(address[Address.Contracts.Length..]);

        var (read, isPlain) = PageParameters.Contracts(http.Request);

        return isPlain && Address.Of(read) == address && Told(read) == Told(view);
    });

    private static string Told(ContractsView view) => $"{view.Query.Key}\n{view.Segment} {view.Place} {view.NamedLanguage} {view.Filters.Page}";

    private static string? Text(string text) => string.IsNullOrWhiteSpace(text) || text.Any(char.IsSurrogate) ? null : text.Trim();

    private static Gen<T> Of<T>()
        where T : struct, Enum => Gen.Int[0, Enum.GetValues<T>().Length - 1].Select(index => Enum.GetValues<T>()[index]);
}
