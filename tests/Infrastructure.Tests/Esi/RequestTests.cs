using HangarBay.Domain.Catalogue;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>The headers of every request.</summary>
public sealed class RequestTests : EsiTests
{
    [Fact]
    public async Task A_request_has_the_user_agent_and_the_compatibility_date()
    {
        Settings["Esi:Contact"] = "pilot@example.com";
        Settings["Esi:SourceUrl"] = "https://example.com/hangar-bay";
        Upstream.On(FirstPage, Reply.Page([]));

        await ReadListAsync();

        var headers = Assert.Single(Upstream.Requests).Headers;
        Assert.Matches(@"^HangarBay/\d+\.\d+\.\d+ \(pilot@example\.com; \+https://example\.com/hangar-bay\)$", headers["User-Agent"]);
        Assert.Equal("2026-08-18", headers["X-Compatibility-Date"]);
        Assert.Equal("application/json", headers["Accept"]);
        Assert.Equal("en", headers["Accept-Language"]);
        Assert.Equal("gzip, deflate, br", headers["Accept-Encoding"]);
        Assert.DoesNotContain("If-None-Match", headers);
        Assert.DoesNotContain("Authorization", headers);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("https://example.com", " (https://example.com)")]
    public async Task Without_a_contact_only_the_product_is_named(string? contact, string comment)
    {
        Settings["Esi:Contact"] = contact;
        Upstream.On(FirstPage, Reply.Page([]));

        await ReadListAsync();

        Assert.Matches($@"^HangarBay/\d+\.\d+\.\d+{System.Text.RegularExpressions.Regex.Escape(comment)}$", Upstream.Requests[0].Headers["User-Agent"]);
    }

    [Fact]
    public async Task Retries_carry_the_same_headers()
    {
        Upstream.On(FirstPage, Reply.Error(502), Reply.Page([]));

        await ReadListAsync(etag: "\"275f\"");

        Assert.Equal(2, Upstream.Requests.Count);
        Assert.All(Upstream.Requests, request => Assert.Equal("\"275f\"", request.Headers["If-None-Match"]));
    }

    [Fact]
    public async Task A_path_before_ESI_is_kept()
    {
        Settings["Esi:BaseUrl"] += "/cache/esi";
        Upstream.On("/cache/esi/universe/types/587", Reply.Json("""{"type_id":587,"name":"Rifter","group_id":25,"published":true}"""));

        Assert.NotNull(await Esi.GetTypeAsync(new TypeId(587), default));
    }
}
