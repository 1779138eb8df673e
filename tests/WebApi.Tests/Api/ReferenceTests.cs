using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.Tests.Api;

public sealed partial class ReferenceTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string List = "/api/v1/contracts";
    private const string Detail = "/api/v1/contracts/{contract_id}";

    private ApiFactory Api => shared.Api;

    [Fact]
    public async Task The_document_is_valid_OpenAPI_3_1()
    {
        var text = (await Api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Body;

        var read = OpenApiDocument.Parse(text, "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Empty(((string[])[List, "/api/v1/contracts/count", "/api/v1/contracts/taxonomy", Detail, "/api/v1/regions", "/api/v1/locations", "/api/v1/names", "/api/v1/status", "/health", "/ready"]).Except(read.Document!.Paths.Keys));
    }

    [Fact]
    public async Task The_document_is_built_once_however_many_ask_at_once_or_later()
    {
        var built = 0;
        await using var api = await ApiFactory.StartAsync(services: services => services.Configure<OpenApiOptions>(
            "v1",
            options => options.AddDocumentTransformer(async (_, _, token) =>
            {
                Interlocked.Increment(ref built);
                // Long enough for all requests to arrive before the document is ready.
                await Task.Delay(500, token);
            })));

        var first = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.GetAsync("/openapi/v1.json")));
        var later = (await api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK);
        var known = await api.SendAsync(HttpMethod.Get, "/openapi/v1.json", ("If-None-Match", later.Header("ETag")!));

        Assert.All(first, answer => Assert.Equal(later.Body, answer.Expect(HttpStatusCode.OK).Body));
        known.Expect(HttpStatusCode.NotModified);
        Assert.Equal(1, built);
    }

    [Fact]
    public async Task Every_declared_parameter_is_read_and_an_invalid_value_is_refused_by_its_name()
    {
        var document = await DocumentAsync();
        foreach (var (path, parameter) in ParametersOf(document))
        {
            var answer = await Api.GetAsync(Fill(path, parameter, "a%00b"));

            Assert.Equal([parameter.GetProperty("name").GetString()!], answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
        }
    }

    [Fact]
    public async Task Every_value_that_a_parameter_declares_is_accepted()
    {
        var document = await DocumentAsync();
        // A real cursor, because the test cannot make one up.
        var cursor = (await Api.GetAsync($"{List}?size=1")).Json.GetProperty("next_cursor").GetString()!;
        foreach (var (path, parameter) in ParametersOf(document))
            foreach (var value in parameter.GetProperty("name").ValueEquals("cursor") ? [cursor] : ExamplesOf(parameter.GetProperty("schema")))
            {
                var answer = await Api.GetAsync(Fill(path, parameter, value));

                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{parameter.GetProperty("name")}={value}: {answer.Body}");
            }
    }

    [Fact]
    public async Task The_defaults_declared_are_the_ones_taken()
    {
        var defaults = ParametersOf(await DocumentAsync())
            .Where(pair => pair.Path == List && pair.Parameter.GetProperty("schema").TryGetProperty("default", out _))
            .Select(pair => $"{pair.Parameter.GetProperty("name")}={pair.Parameter.GetProperty("schema").GetProperty("default")}")
            .ToList();

        Assert.Equal(4, defaults.Count);
        Assert.Equal((await Api.GetAsync(List)).Body, (await Api.GetAsync($"{List}?{string.Join('&', defaults)}")).Body);
    }

    [Fact]
    public async Task Every_body_has_the_keys_and_types_of_its_schema()
    {
        var document = await DocumentAsync();

        await HoldsAsync(document, List, "200", "/api/v1/contracts/");
        await HoldsAsync(document, List, "422", "/api/v1/contracts/?page=0");
        await HoldsAsync(document, "/api/v1/contracts/count", "200", "/api/v1/contracts/count?contract_type=courier");
        await HoldsAsync(document, "/api/v1/contracts/taxonomy", "200", "/api/v1/contracts/taxonomy");
        await HoldsAsync(document, Detail, "200", $"/api/v1/contracts/{shared.RokhId}");
        await HoldsAsync(document, Detail, "200", $"/api/v1/contracts/{shared.AuctionId}");
        await HoldsAsync(document, Detail, "404", "/api/v1/contracts/1");
        await HoldsAsync(document, "/api/v1/regions", "200", "/api/v1/regions");
        await HoldsAsync(document, "/api/v1/locations", "200", "/api/v1/locations?q=jita");
        await HoldsAsync(document, "/api/v1/names", "200", "/api/v1/names?q=rokh");
        await HoldsAsync(document, "/api/v1/names", "200", "/api/v1/names?q=rohk");
        await HoldsAsync(document, "/api/v1/status", "200", "/api/v1/status");
        await HoldsAsync(document, "/ready", "200", "/ready");
    }

    [Fact]
    public async Task A_row_on_its_own_page_has_every_key_it_has_in_the_list()
    {
        var row = (await Api.GetAsync("/api/v1/contracts/?type_ids=24688")).Expect(HttpStatusCode.OK).Json.GetProperty("items")[0];
        var detail = (await Api.GetAsync($"/api/v1/contracts/{shared.RokhId}")).Expect(HttpStatusCode.OK).Json;

        Assert.All(row.EnumerateObject(), key => Assert.True(JsonElement.DeepEquals(key.Value, detail.GetProperty(key.Name)), key.Name));
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        var page = (await Api.GetAsync("/docs/")).Expect(HttpStatusCode.OK);

        Assert.StartsWith("text/html", page.Header("Content-Type"), StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page.Body);
        Assert.Matches("script-src 'self' 'nonce-[^']+'", page.Header("Content-Security-Policy"));
        Assert.DoesNotContain("http", page.Header("Content-Security-Policy")!, StringComparison.Ordinal);
        foreach (Match script in ScriptSource().Matches(page.Body))
            (await Api.GetAsync("/docs/" + script.Groups[1].Value)).Expect(HttpStatusCode.OK);
    }

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex ScriptSource();

    private async Task<JsonElement> DocumentAsync() => (await Api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;

    private async Task HoldsAsync(JsonElement document, string path, string status, string url)
    {
        var content = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status).GetProperty("content");
        var schema = content.EnumerateObject().Single().Value.GetProperty("schema");
        var answer = await Api.GetAsync(url);
        Assert.Equal(status, ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        SchemaCheck.Holds(document, schema, answer.Json);
    }

    private static IEnumerable<(string Path, JsonElement Parameter)> ParametersOf(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        where path.Value.GetProperty("get").TryGetProperty("parameters", out _)
        from parameter in path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray()
        select (path.Name, parameter);

    private static string Fill(string path, JsonElement parameter, string value)
    {
        var name = parameter.GetProperty("name").GetString()!;
        // No server accepts NUL in a path.
        if (parameter.GetProperty("in").ValueEquals("path")) return path.Replace($"{{{name}}}", value.Replace("%00", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return $"{path.Replace("{contract_id}", "1", StringComparison.Ordinal)}?{name}={value}";
    }

    private static IEnumerable<string> ExamplesOf(JsonElement schema)
    {
        if (schema.TryGetProperty("items", out var items)) return ExamplesOf(items);
        if (schema.TryGetProperty("enum", out var words)) return words.EnumerateArray().Select(word => word.GetString()!);
        return schema.GetProperty("type").GetString() switch
        {
            "boolean" => ["true", "false"],
            "string" when schema.TryGetProperty("format", out var format) && format.ValueEquals("date-time") => ["2026-03-14T12:00:00Z", "2026-03-14T12:00:00.1234567%2B02:00"],
            "string" => [new string('a', schema.GetProperty("maxLength").GetInt32())],
            "number" => ["0", "1000000.50"],
            _ => [schema.GetProperty("minimum").GetRawText(), schema.GetProperty("maximum").GetRawText()],
        };
    }
}
