using System.Net;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>A page stays small enough for a phone, for any request.</summary>
public sealed class PageSizeTests
{
    private const int Most = 1_000_000;

    [Fact]
    public async Task The_largest_page_there_is_stays_below_a_megabyte()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        var title = string.Concat(Enumerable.Repeat("長い名前 ", 10));
        await api.GivenContracts([.. Enumerable.Range(0, 100).Select(_ => ContractBuilder.AContract().Titled(title).Offering(Universe.Rokh, Universe.Tritanium))]);
        var lists = string.Concat(
            Enumerable.Range(0, 30).Select(id => $"&station_ids={1_035_466_617_946 + id}").Append("&type_ids=24688").Concat(Enumerable.Range(0, 28).Select(id => $"&group_ids={1_000 + id}")));
        var long200 = Uri.EscapeDataString(string.Concat(Enumerable.Repeat('名', 200)));

        foreach (var path in new[]
        {
            $"/contracts?size=100&segment=all&station_ids=60003760{lists}", $"/contracts?size=100&segment=all&place={long200}{lists}",
            $"/contracts?size=100&search={long200}&place={long200}{lists}", "/contracts?size=100&segment=all",
        })
        {
            var answer = await api.GetAsync(path);

            Assert.InRange(answer.Expect(HttpStatusCode.OK).Body.Length, 1_000, Most);
        }
    }

    [Fact]
    public async Task Too_many_values_are_refused_without_listing_each_one()
    {
        await using var api = await ApiFactory.StartAsync();
        var lists = string.Join('&', Enumerable.Range(1, 61).Select(id => $"type_ids={id}"));

        var path = $"/contracts?lang=en&{lists}&region_ids=10000002&min_price=5";

        var page = await ReadPage.OpenAsync(api, path, HttpStatusCode.UnprocessableEntity);
        var answer = await api.GetAsync(path);

        Assert.Equal(["Item: too many at once", "Region: too many at once"], page.Texts("[role=alert] li").Order());
        Assert.DoesNotContain("type_ids=", answer.Body, StringComparison.Ordinal);
        // Filters that are not lists stay as they are in the request.
        Assert.Contains("min_price=5", answer.Body, StringComparison.Ordinal);
        Assert.InRange(answer.Body.Length, 1_000, 100_000);
        (await api.GetAsync($"/contracts?{string.Join('&', Enumerable.Range(1, 60).Select(id => $"type_ids={id}"))}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_row_links_back_to_a_list_only_if_its_address_is_short()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));

        async Task<string> RowLinkAsync(string path) =>
            PageCheck.Read((await api.GetAsync(path)).Expect(HttpStatusCode.OK)).QuerySelector("tbody a[href^='/contracts/']")!.GetAttribute("href")!;

        Assert.EndsWith("?type_ids=24688", await RowLinkAsync("/contracts?type_ids=24688"), StringComparison.Ordinal);
        Assert.DoesNotContain("?", await RowLinkAsync($"/contracts?{string.Join('&', Enumerable.Range(24_640, 60).Select(id => $"type_ids={id}"))}"), StringComparison.Ordinal);
    }
}
