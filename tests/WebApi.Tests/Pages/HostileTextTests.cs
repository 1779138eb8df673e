using System.Net;
using System.Text.Json;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>Hostile input from readers and issuers. Everything that they write appears as text only.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private static readonly LocationId Station = new(60_000_999);
    private static readonly TypeId Type = new(77_777);
    private static readonly CharacterId Pilot = new(2_112_000_666);
    private static readonly CorporationId Corporation = new(98_000_666);

    private static readonly string[] TextColumns =
        ["title", "primary_label", "issuer_name", "issuer_corporation_name", "start_location_name", "end_location_name"];

    private ApiFactory _api = null!;

    public static TheoryData<string> Texts =>
    [
        "\"><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "--><script>alert(1)</script><!--",
        "' onmouseover='alert(1)' x='",
        "\" autofocus onfocus=\"alert(1)",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "{{7*7}} ${7*7} @(7*7) <%= 7*7 %>",
        "javascript:alert(1)",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e;",
        "&#x202E;gnp.exe&#x202C; &#x61;&#0;&#7;",
        "&#61;1+1 &#x2B;1",
        "<color=red><<b>script>alert(1)</b></script>",
        "\u202Egnp.exe\u202C \u2066hidden\u2069",
        "\u200Eleft\u200Fright\u061Cletter",
        "cheap;=1+1|@SUM(A1)",
        "\uFF1D1+1",
        "nul\0 bell\a escape\u001B[31m end",
        "=HYPERLINK(\"https://evil.example\",\"click\")",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r\n=1+1\r\nSet-Cookie: x=1",
        "{\"a\":[1],\"__proto__\":{}}\u2028\u2029",
        new string('W', 300),
    ];

    public async Task InitializeAsync() => _api = await ApiFactory.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_of_issuers_is_never_markup_on_any_page(string text)
    {
        var ids = await GivenContractsCalled(text);
        string[] paths =
        [
            "/contracts?segment=all", "/contracts?segment=couriers", "/contracts?segment=auctions", "/contracts?lang=ja",
            $"/contracts?type_ids={Type.Value}&station_ids={Station.Value}", .. ids.Select(id => $"/contracts/{id}"),
        ];

        foreach (var path in paths)
        {
            var answer = await _api.SendAsync(HttpMethod.Get, path, ("Accept", "text/html"));
            var page = PageCheck.Read(answer);
            AssertIsPlain(answer.Body);
            if (path.Contains("type_ids", StringComparison.Ordinal)) Assert.StartsWith(OneSpaced(Shown(text))[..Math.Min(20, OneSpaced(Shown(text)).Length)], page.Title, StringComparison.Ordinal);
        }

        var list = PageCheck.Read(await _api.GetAsync("/contracts?segment=all"));
        Assert.Contains(Shown(text), list.QuerySelector("table")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_of_readers_is_never_markup_on_any_page(string text)
    {
        var value = Uri.EscapeDataString(text);
        foreach (var name in new[] { "search", "q", "place", "min_price", "region_ids", "security", "sort_by", "lang", "page", "nonsense", value })
        {
            foreach (var path in new[] { "/contracts", "/coverage", "/about", "/find", "/contracts/190000001", $"/{value}" })
            {
                var answer = await _api.SendAsync(HttpMethod.Get, $"{path}?{name}={value}", ("Accept", "text/html"));
                // The server itself refuses a path with a NUL, with an empty answer.
                if (answer.Status == HttpStatusCode.BadRequest && path.Contains("%00", StringComparison.Ordinal)) continue;
                var page = PageCheck.Read(answer);
                AssertIsPlain(page.Title + string.Concat(page.QuerySelectorAll("meta").Select(meta => meta.GetAttribute("content"))));
                Assert.DoesNotContain(answer.Headers, header => header.Value.Contains("alert(1)", StringComparison.Ordinal) || header.Value.Contains("x=1", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_is_escaped_in_JSON(string text)
    {
        await GivenContractsCalled(text);

        foreach (var path in new[] { "/api/v1/contracts/", "/api/v1/contracts/export?format=ndjson" })
        {
            var body = (await _api.GetAsync(path)).Expect(HttpStatusCode.OK).Body;
            foreach (var mark in new[] { "<", ">", "&", "'", "\u2028", "\u202E", "\0" }) Assert.DoesNotContain(mark, body, StringComparison.Ordinal);
            var row = path.EndsWith("ndjson", StringComparison.Ordinal) ? JsonDocument.Parse(body.Split('\n')[0]).RootElement : JsonDocument.Parse(body).RootElement.GetProperty("items")[0];
            Assert.Equal(Shown(text), row.GetProperty("issuer_name").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_is_no_formula_in_a_spreadsheet(string text)
    {
        await GivenContractsCalled(text);

        var table = CsvTable.Read((await _api.GetAsync("/api/v1/contracts/export")).Expect(HttpStatusCode.OK).Body);

        Assert.Equal(3, table.Rows.Count);
        foreach (var cell in TextColumns.SelectMany(table.Column).Where(cell => cell.Length > 0))
            Assert.DoesNotMatch("(^|[;|\\t\\r\\n])[\\s\"]*[=+@\uFF1D-]", cell);
        Assert.Equal(Shown(text).Replace("'", "", StringComparison.Ordinal), table.Column("issuer_name")[0].Replace("'", "", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<long>> GivenContractsCalled(string text)
    {
        await _api.GivenNames(Station, Type, Pilot, Corporation, text);
        var ids = await _api.GivenContracts([.. new[] { ContractBuilder.AContract(), ContractBuilder.AnAuction(), ContractBuilder.ACourier() }.Select((contract, index) =>
        {
            var hostile = contract.Titled(text).With(row => row with
            {
                IssuerId = Pilot,
                IssuerCorporationId = Corporation,
                StartLocationId = Station,
                EndLocationId = index == 2 ? Station : row.EndLocationId,
            });
            return index == 2 ? hostile : hostile.Offering(Type, Universe.Rokh);
        })]);
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        return ids;
    }

    /// <summary>Checks that the page has no control characters and no characters that change the direction of text.</summary>
    private static void AssertIsPlain(string body) => Assert.DoesNotContain(
        body, mark => (char.IsControl(mark) && mark is not ('\n' or '\r' or '\t')) || mark is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    /// <summary>The title as a browser shows it, with several spaces as one.</summary>
    private static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text as names are stored.</summary>
    private static string Shown(string text) => HangarBay.Domain.PlainText.Clean(text, 200);
}
