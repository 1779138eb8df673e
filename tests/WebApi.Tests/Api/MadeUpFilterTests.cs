using System.Net;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>An invented filter, which is only an entry in the table of filters, works everywhere that filters do.</summary>
public abstract class MadeUpFilterTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string List = "/api/v1/contracts/";

    private static readonly FilterTable Table = new(
        [.. ContractFilters.Table.All, ContractFilters.Amount("buyout", "Lowest buyout in ISK.", "Highest buyout in ISK.", block => block.Buyout)]);

    private ApiFactory _api = null!;
    private IReadOnlyList<long> _ids = [];

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(
            provider,
            new Dictionary<string, string> { ["Cache:Enabled"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton(Table)));
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        _ids = await _api.GivenContracts(AnAuctionFor(10), AnAuctionFor(20), AnAuctionFor(30), AContract().Offering(Universe.Rokh));
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task Lists_and_exports_apply_it_and_each_value_has_its_own_kept_answer()
    {
        Assert.Equal([_ids[1], _ids[2]], (await _api.GetAsync($"{List}?min_buyout=20")).Ids.Order());
        Assert.Equal([_ids[2]], (await _api.GetAsync($"{List}?min_buyout=20.01")).Ids);
        Assert.Equal([_ids[0], _ids[1]], (await _api.GetAsync($"{List}?max_buyout=20")).Ids.Order());
        Assert.Equal(2, (await _api.GetAsync($"{List}?min_buyout=20")).Json.GetProperty("segment_counts").GetProperty("auction").GetInt32());
        Assert.Equal(2, (await _api.GetAsync("/api/v1/contracts/export?format=ndjson&min_buyout=20")).Body.Count(character => character == '\n'));
    }

    [SkippableFact]
    public async Task An_invalid_value_is_refused_by_name()
    {
        foreach (var (query, name) in new[]
        {
            ("min_buyout=x", "min_buyout"), ("min_buyout=0.001", "min_buyout"), ("max_buyout=-1", "max_buyout"), ("min_buyout=2&max_buyout=1", "max_buyout"),
            ("min_buyout=1&min_buyout=2", "min_buyout"),
        })
            Assert.Equal([name], (await _api.GetAsync($"{List}?{query}")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [SkippableFact]
    public async Task A_cursor_is_refused_with_another_value_of_the_filter()
    {
        var cursor = (await _api.GetAsync($"{List}?min_buyout=20&size=1")).Json.GetProperty("next_cursor").GetString();

        Assert.Single((await _api.GetAsync($"{List}?min_buyout=20.00&size=1&cursor={cursor}")).Expect(HttpStatusCode.OK).Ids);
        Assert.Equal(["cursor"], (await _api.GetAsync($"{List}?min_buyout=19&size=1&cursor={cursor}")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [SkippableFact]
    public async Task The_OpenAPI_document_describes_it()
    {
        var paths = (await _api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json.GetProperty("paths");
        foreach (var path in new[] { "/api/v1/contracts", "/api/v1/contracts/export" })
        {
            var parameters = paths.EnumerateObject().Single(entry => entry.Name.TrimEnd('/') == path).Value.GetProperty("get").GetProperty("parameters");
            var lowest = parameters.EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "min_buyout");
            Assert.Equal("Lowest buyout in ISK.", lowest.GetProperty("description").GetString());
            Assert.Contains(parameters.EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "max_buyout");
        }
    }

    [SkippableFact]
    public async Task A_page_shows_it_keeps_it_and_can_remove_it()
    {
        var page = await ReadPage.OpenAsync(_api, "/contracts?min_buyout=20&segment=all&lang=en");

        Assert.Equal(2, page.Total);
        Assert.Contains("buyout", page.Texts(".chips li a")[0], StringComparison.Ordinal);
        Assert.Equal("/contracts?segment=all&lang=en", page.Links(".chips li a")[0]);
        Assert.Contains("min_buyout=20", page.Submit("form[data-filters][role=search]"), StringComparison.Ordinal);
        Assert.All(page.Links("a.headline"), link => Assert.Contains("min_buyout=20", link, StringComparison.Ordinal));
        // An amount in the German format.
        Assert.Contains("min_buyout=1500", (await ReadPage.OpenAsync(_api, "/contracts?min_buyout=1.500&lang=de")).Address, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_page_shows_its_error()
    {
        var page = await ReadPage.OpenAsync(_api, "/contracts?min_buyout=2&max_buyout=1&lang=en", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("buyout", Assert.Single(page.Texts(".refused li")), StringComparison.Ordinal);
    }

    private static ContractBuilder AnAuctionFor(decimal buyout) => AnAuction().Priced(1).Offering(Universe.Rifter).With(row => row with { Buyout = buyout });
}

public sealed class SqliteMadeUpFilterTests() : MadeUpFilterTests(DatabaseProvider.Sqlite);

public sealed class PostgresMadeUpFilterTests() : MadeUpFilterTests(DatabaseProvider.Postgres);
