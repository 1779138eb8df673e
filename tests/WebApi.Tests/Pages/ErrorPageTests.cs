using System.Globalization;
using System.Net;
using HangarBay.WebApi.Pages;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>A browser gets an error as a page of the site, a program gets it as JSON.</summary>
public sealed class ErrorPageTests(Api.SharedApi shared) : IClassFixture<Api.SharedApi>
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    private ApiFactory Api => shared.Api;

    [Theory]
    [InlineData("en", "Page not found")]
    [InlineData("de", "Seite nicht gefunden")]
    [InlineData("ja", "ページが見つかりません")]
    public async Task An_unknown_address_gets_a_page_in_the_readers_language(string language, string title)
    {
        var answer = (await Api.SendAsync(HttpMethod.Get, "/nowhere", Browser, ("Accept-Language", language))).Expect(HttpStatusCode.NotFound);

        var page = PageCheck.Read(answer);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull(page.QuerySelector("main a[href='/contracts']"));
        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/contracts/1/2/3")]
    [InlineData("/.well-known/nothing")]
    public async Task It_has_the_security_policy_of_a_page(string path)
    {
        var answer = await Api.SendAsync(HttpMethod.Get, path, Browser);
        var page = await Api.SendAsync(HttpMethod.Get, "/contracts", Browser);

        Assert.Contains("script-src 'self'", answer.Header("Content-Security-Policy"));
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy" })
            Assert.Equal(page.Header(name), answer.Header(name));
    }

    [Fact]
    public async Task A_wrong_method_on_a_page_is_explained_in_the_page()
    {
        var answer = (await Api.SendAsync(HttpMethod.Post, "/contracts", Browser)).Expect(HttpStatusCode.MethodNotAllowed);

        Assert.Equal("This page can only be read", PageCheck.Read(answer).QuerySelector("h1")!.TextContent);
        Assert.Equal("GET, HEAD", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("en", "lang: this is none of the choices")]
    [InlineData("de", "lang: das steht nicht zur Wahl")]
    [InlineData("fr", "lang : ce choix n’existe pas")]
    [InlineData("ja", "lang：選択肢にない値です")]
    [InlineData("ru", "lang: такого варианта нет")]
    [InlineData("zh", "lang：该选项不存在")]
    [InlineData("ko", "lang: 선택할 수 없는 값입니다")]
    [InlineData("es", "lang: no es ninguna de las opciones")]
    public async Task An_invalid_parameter_is_explained_in_the_readers_language(string language, string message)
    {
        foreach (var address in new[] { "/about?lang=xx", "/coverage?lang=xx", "/coverage?lang=de&lang=ja", $"/contracts/{shared.RokhId}?lang=xx", $"/contracts/{shared.RokhId}?lang=de&lang=ja" })
        {
            var answer = (await Api.SendAsync(HttpMethod.Get, address, Browser, ("Accept-Language", language))).Expect(HttpStatusCode.UnprocessableEntity);

            var page = PageCheck.Read(answer);
            Assert.Equal([message], page.SaidBy("main li"));
            Assert.Empty(page.QuerySelectorAll("main [lang]"));
            Assert.Contains("no-store", answer.Header("Cache-Control"));
        }
    }

    [Theory]
    [InlineData("/coverage?search=a&min_price=x&page=0&region_ids=forge", HttpStatusCode.OK)]
    [InlineData("/about?min_price=x&page=0", HttpStatusCode.OK)]
    [InlineData("/contracts/{0}?search=a&min_price=x&page=0&size=500&region_ids=forge&sort_by=colour&place=x", HttpStatusCode.OK)]
    [InlineData("/contracts/abc?lang=xx", HttpStatusCode.NotFound)]
    [InlineData("/contracts/0?lang=xx", HttpStatusCode.NotFound)]
    [InlineData("/contracts/%205", HttpStatusCode.NotFound)]
    [InlineData("/contracts/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/nowhere?lang=xx", HttpStatusCode.NotFound)]
    [InlineData("/robots.txt?lang=xx", HttpStatusCode.OK)]
    public async Task Pages_other_than_the_list_refuse_only_an_invalid_language(string address, HttpStatusCode status) =>
        (await Api.SendAsync(HttpMethod.Get, string.Format(CultureInfo.InvariantCulture, address, shared.RokhId), Browser)).Expect(status);

    [Theory]
    [InlineData("/api/v1/nothing", "text/html")]
    [InlineData("/API/v1/nothing", "text/html")]
    [InlineData("/openapi/v1/nothing", "text/html")]
    [InlineData("/nowhere", "*/*")]
    [InlineData("/nowhere", "application/json")]
    [InlineData("/nowhere", "text/html;q=0, */*")]
    [InlineData("/nowhere", ";;;")]
    public async Task Programs_get_errors_as_JSON(string path, string accept) =>
        (await Api.SendAsync(HttpMethod.Get, path, ("Accept", accept))).ExpectProblem(HttpStatusCode.NotFound);

    [Fact]
    public async Task Head_has_the_status_and_no_body()
    {
        var answer = (await Api.SendAsync(HttpMethod.Head, "/nowhere", Browser)).Expect(HttpStatusCode.NotFound);

        Assert.Empty(answer.Body);
        Assert.StartsWith("text/html", answer.Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_shows_a_trace_id_and_no_internal_detail()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var api = await ApiFactory.StartWithABugAsync(() => new InvalidOperationException("the password is swordfish"));

        var answer = (await api.SendAsync(HttpMethod.Get, "/contracts?lang=de", Browser, ("traceparent", $"00-{trace}-00f067aa0ba902b7-01")))
            .Expect(HttpStatusCode.InternalServerError);

        var page = PageCheck.Read(answer);
        Assert.Equal(trace, page.QuerySelector(".trace code")!.TextContent);
        Assert.Equal("Hier ist etwas schiefgegangen", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/contracts?lang=de']"));
        foreach (var word in new[] { "swordfish", "Exception", "   at ", ".cs:" }) Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", answer.Header("Content-Security-Policy"));
        Assert.Contains("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Without_its_database_the_site_shows_when_to_try_again()
    {
        await using var api = await ApiFactory.StartWithoutTablesAsync();

        var answer = (await api.SendAsync(HttpMethod.Get, "/contracts", Browser)).Expect(HttpStatusCode.ServiceUnavailable);

        var page = PageCheck.Read(answer);
        Assert.Equal("5", answer.Header("Retry-After"));
        Assert.Contains("Try again in 5 seconds.", page.QuerySelector("main")!.TextContent);
        Assert.Null(page.QuerySelector(".trace"));
        Assert.DoesNotContain("migrate", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_is_shown_as_a_page()
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Api:RequestTimeout"] = "00:00:01" });
        var contract = await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        await Eventually.IsAnsweredAsync(api, "/contracts");
        await api.GivenTheContractsTakeForEver();

        var answer = (await api.SendAsync(HttpMethod.Get, $"/contracts/{contract}", Browser)).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("Not available at the moment", PageCheck.Read(answer).QuerySelector("h1")!.TextContent);
        Assert.NotNull(answer.Header("Retry-After"));
    }

    [Fact]
    public async Task Too_many_requests_get_429_with_Retry_After()
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Api:RateLimit:PermitLimit"] = "1" });
        await api.GetAsync("/contracts");

        var answer = (await api.SendAsync(HttpMethod.Get, "/contracts?lang=ru", Browser)).Expect(HttpStatusCode.TooManyRequests);

        var page = PageCheck.Read(answer);
        Assert.Equal("Слишком много запросов", page.QuerySelector("h1")!.TextContent);
        Assert.Contains($"через {answer.Header("Retry-After")} секунд", page.QuerySelector("main")!.TextContent);
        Assert.Contains("script-src 'self'", answer.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task If_the_error_page_itself_fails_the_error_is_sent_as_JSON()
    {
        await using var api = await ApiFactory.StartAsync(services: services =>
            services.AddSingleton(new AssetNames([])));

        (await api.SendAsync(HttpMethod.Get, "/nowhere", Browser)).ExpectProblem(HttpStatusCode.NotFound);
    }
}
