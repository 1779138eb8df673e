using System.Net;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class SqliteFindPageTests() : FindPageTests(DatabaseProvider.Sqlite);

public sealed class PostgresFindPageTests() : FindPageTests(DatabaseProvider.Postgres);

/// <summary>The page that finds names without a script.</summary>
public abstract class FindPageTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task A_type_leads_to_the_contracts_that_offer_it_the_cheapest_first()
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Rokh), AContract().Offering(Universe.RokhBlueprint));

        var page = await Api.VisitAsync("/find?q=rokh&lang=en");

        Assert.Equal(["Item"], page.SaidBy("h2"));
        Assert.Equal(["Rokh · Battleship · 2 live contracts", "Rokh Blueprint · Battleship Blueprint · 1 live contract"], page.SaidBy("main li"));
        var link = page.QuerySelector("main li a")!.GetAttribute("href")!;
        Assert.Equal("/contracts?single=true&type_ids=24688&lang=en&sort_by=unit_price&sort_direction=asc", link);
        // As many rows as the page announced.
        Assert.Equal(2, (await Api.VisitAsync(link)).QuerySelectorAll("tbody tr").Length);
    }

    [SkippableFact]
    public async Task Places_groups_and_categories_lead_to_their_filter()
    {
        async Task<IEnumerable<string?>> LinksAsync(string text) =>
            (await Api.VisitAsync($"/find?q={text}")).QuerySelectorAll("main li a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/contracts?system_ids=30000142&segment=all", "/contracts?station_ids=60003760&segment=all"], await LinksAsync("jita"));
        Assert.Equal(["/contracts?group_id=27&segment=all", "/contracts?group_id=107&segment=all"], await LinksAsync("battleship"));
        Assert.Contains("/contracts?category_id=6&segment=all", await LinksAsync("ship"));
    }

    [SkippableFact]
    public async Task An_issuer_leads_to_the_contracts_that_the_character_issued()
    {
        Assert.Empty((await Api.VisitAsync("/find?q=lovelace&lang=en")).QuerySelectorAll("main li"));
        await Api.GivenContracts(AContract(), ACourier(), AContract().With(row => row with { IssuerId = new CharacterId(Universe.Issuer.Value + 1) }));

        var page = await Api.VisitAsync("/find?q=lovelace&lang=en");

        Assert.Equal(["Issuer"], page.SaidBy("h2"));
        Assert.Equal(["Ada Lovelace · 2 live contracts"], page.SaidBy("main li"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        var link = page.QuerySelector("main li a")!.GetAttribute("href")!;
        Assert.Equal($"/contracts?issuer_ids={Universe.Issuer.Value}&segment=all&lang=en", link);
        var list = await Api.VisitAsync(link);
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(list.QuerySelector("meta[name=robots][content=noindex]"));
        // Also where the name is misspelt, and never the corporation.
        Assert.Equal(["Ada Lovelace · Issuer · 2 live contracts"], (await Api.VisitAsync("/find?q=lovelaec&lang=en")).SaidBy("main li"));
        Assert.Empty((await Api.VisitAsync("/find?q=analytical&lang=en")).QuerySelectorAll("main li"));
    }

    [SkippableTheory]
    [InlineData("rokh jita", "Rokh · Jita", "/contracts?single=true&system_ids=30000142&type_ids=24688&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("Jita ROKH", "Rokh · Jita", "/contracts?single=true&system_ids=30000142&type_ids=24688&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("rokh the forge", "Rokh · The Forge", "/contracts?single=true&region_ids=10000002&type_ids=24688&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("rokh bpc", "Rokh Blueprint · Copy", "/contracts?single=true&type_ids=24689&is_bpc=true&segment=blueprints&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("bpo rokh jita", "Rokh Blueprint · Original · Jita", "/contracts?single=true&system_ids=30000142&type_ids=24689&is_bpc=false&segment=blueprints&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("fitted rokh", "Rokh · fitted", "/contracts?single=true&type_ids=24688&lang=en&sort_by=unit_price&sort_direction=asc")]
    [InlineData("battleship domain", "Battleship · Domain", "/contracts?region_ids=10000043&group_id=27&segment=all&lang=en")]
    public async Task A_text_that_is_no_name_is_understood_in_parts(string text, string told, string address)
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.RokhBlueprint));

        var page = await Api.VisitAsync($"/find?q={Uri.EscapeDataString(text)}&lang=en");

        var link = page.QuerySelector("main [data-found] a")!;
        Assert.Equal((told, address), (link.Said(), link.GetAttribute("href")));
        Assert.DoesNotContain("No name holds these words.", page.QuerySelector("main")!.Said(), StringComparison.Ordinal);
        await Api.VisitAsync(address);
    }

    [SkippableTheory]
    [InlineData("rokh xyzzy")]
    [InlineData("bpc fitted")]
    [InlineData("fitted tritanium")]
    [InlineData("rokh \"jita\"")]
    [InlineData("rokh in jita or amarr or dodixie")]
    public async Task Where_a_word_is_of_no_part_nothing_is_understood(string text)
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium));

        var page = await Api.VisitAsync($"/find?q={Uri.EscapeDataString(text)}&lang=en");

        Assert.Contains("No name holds these words.", page.QuerySelector("main")!.Said(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main [data-found]"));
    }

    [SkippableFact]
    public async Task The_text_can_be_searched_and_a_number_opened()
    {
        var page = await Api.VisitAsync("/find?q=%20211384946%20");

        var links = page.QuerySelectorAll("main p a").Select(link => (link.Said(), link.GetAttribute("href")));
        Assert.Equal(
            [("Contract 211384946", "/contracts/211384946"), ("Contracts with “211384946” in the title or among the items", "/contracts?search=211384946&segment=all")], links);
    }

    [SkippableFact]
    public async Task What_is_spelt_alike_is_told_where_nothing_is_found()
    {
        var page = await Api.VisitAsync("/find?q=riftr");

        Assert.Contains("No name holds these words.", page.QuerySelector("main")!.Said(), StringComparison.Ordinal);
        Assert.Equal(["Rifter · Item · Frigate · 0 live contracts"], page.SaidBy("main li"));
    }

    [SkippableFact]
    public async Task It_is_a_form_in_each_language_and_only_the_empty_one_is_indexed()
    {
        foreach (var (language, title) in new[] { ("en", "Find"), ("de", "Finden"), ("fr", "Trouver"), ("ja", "探す"), ("ru", "Найти"), ("zh", "查找"), ("ko", "찾기"), ("es", "Buscar") })
        {
            var page = await Api.VisitAsync($"/find?lang={language}");
            Assert.Equal(title, page.QuerySelector("h1")!.Said());
            Assert.Equal(language, page.QuerySelector("form[action='/find'] input[name=lang]")!.GetAttribute("value"));
            Assert.Null(page.QuerySelector("meta[name=robots]"));
            Assert.NotNull((await Api.VisitAsync($"/find?q=rohk&lang={language}")).QuerySelector("meta[name=robots][content=noindex]"));
        }
    }

    [SkippableFact]
    public async Task A_text_that_cannot_be_looked_for_stays_in_its_field_beside_what_is_wrong_with_it()
    {
        var page = await Api.VisitAsync("/find?q=ro%22%3E", HttpStatusCode.OK);
        Assert.Equal("ro\">", page.QuerySelector("#find-q")!.GetAttribute("value"));

        page = await Api.VisitAsync("/find?q=ro", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("ro", page.QuerySelector("#find-q")!.GetAttribute("value"));
        Assert.Contains("at least 3 characters", page.QuerySelector("[role=alert]")!.Said(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main li"));
        await Api.VisitAsync($"/find?q={new string('a', 201)}", HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["lang"], (await Api.GetAsync("/find?q=rokh&lang=xx")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [SkippableFact]
    public async Task It_is_kept_until_the_market_changes_and_shows_the_text_as_it_was_typed()
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh));
        var first = (await Api.GetAsync("/find?q=rokh&lang=en")).Expect(HttpStatusCode.OK);
        (await Api.SendAsync(HttpMethod.Get, "/find?q=rokh&lang=en", ("If-None-Match", first.Header("ETag")!))).Expect(HttpStatusCode.NotModified);

        Assert.Equal("ROKH", (await Api.VisitAsync("/find?q=ROKH&lang=en")).QuerySelector("#find-q")!.GetAttribute("value"));
        await Api.GivenContracts(AContract().Offering(Universe.Rokh));
        Assert.Contains("2 live contracts", (await Api.GetAsync("/find?q=rokh&lang=en")).Expect(HttpStatusCode.OK).Body, StringComparison.Ordinal);
    }
}
