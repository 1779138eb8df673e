using System.Globalization;
using System.Net;
using HangarBay.WebApi.Limits;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Limits;

public sealed class RateLimitTests
{
    private const string Taxonomy = "/api/v1/contracts/taxonomy";
    private const string ThisMachine = "127.0.0.0/8, ::1";

    [Fact]
    public async Task Too_many_requests_get_429_with_Retry_After()
    {
        await using var api = await StartAsync(permits: 3);
        for (var request = 0; request < 3; request++) (await api.GetAsync(Taxonomy)).Expect(HttpStatusCode.OK);

        var refused = (await api.SendAsync(HttpMethod.Get, Taxonomy, ("Origin", "https://example.com"))).ExpectProblem(HttpStatusCode.TooManyRequests);

        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("no-store", refused.Header("Cache-Control"));
        Assert.Equal("*", refused.Header("Access-Control-Allow-Origin"));
        (await api.GetAsync("/api/v1/contracts/?page=0")).ExpectProblem(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("GET", "/docs")]
    [InlineData("GET", "/docs/scalar.js")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/robots.txt")]
    [InlineData("GET", "/favicon.svg")]
    [InlineData("GET", "/contracts")]
    [InlineData("GET", "/nowhere")]
    [InlineData("HEAD", "/contracts")]
    [InlineData("POST", "/api/v1/contracts/")]
    public async Task Every_method_and_path_counts_for_the_rate_limit(string method, string path)
    {
        await using var api = await StartAsync(permits: 1);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await api.SendAsync(new HttpMethod(method), path)).Status);
        (await api.SendAsync(new HttpMethod(method), path)).Expect(HttpStatusCode.TooManyRequests);
        (await api.GetAsync(Taxonomy)).ExpectProblem(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Health_checks_are_not_limited()
    {
        await using var api = await StartAsync(permits: 1);
        (await api.GetAsync(Taxonomy)).Expect(HttpStatusCode.OK);
        (await api.GetAsync(Taxonomy)).Expect(HttpStatusCode.TooManyRequests);

        (await api.GetAsync("/health")).Expect(HttpStatusCode.OK);
        (await api.GetAsync("/ready")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_limit_no_request_is_refused()
    {
        await using var api = await StartAsync(permits: 0);

        for (var request = 0; request < 30; request++) (await api.GetAsync(Taxonomy)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_trusted_proxy_may_name_the_address_of_its_client()
    {
        await using var api = await StartAsync(permits: 1, ThisMachine);

        Assert.Equal(HttpStatusCode.OK, await AskForAsync(api, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskForAsync(api, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await AskForAsync(api, "203.0.113.8"));
        Assert.Equal(HttpStatusCode.OK, await AskForAsync(api, "2001:db8:1:2::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskForAsync(api, "2001:db8:1:2:ffff::9"));
        Assert.Equal(HttpStatusCode.OK, await AskForAsync(api, "2001:db8:1:3::1"));
        // The client's own claim is before the value that the proxy adds, and is not trusted.
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskForAsync(api, "198.51.100.1, 203.0.113.7"));
    }

    [Fact]
    public async Task An_untrusted_proxy_may_not_name_the_address_of_its_client()
    {
        await using var api = await StartAsync(permits: 1, "192.0.2.1");

        Assert.Equal(HttpStatusCode.OK, await AskForAsync(api, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskForAsync(api, "203.0.113.8"));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void Addresses_of_one_client_are_counted_together(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ClientAddress.Network(IPAddress.Parse(one)) == ClientAddress.Network(IPAddress.Parse(other)));

    [Fact]
    public void The_number_of_clients_that_are_counted_separately_is_limited()
    {
        var counted = Enumerable.Range(0, 200_000).Select(client => ClientAddress.Of(new IPAddress(client))).ToHashSet();

        Assert.InRange(counted.Count, ClientAddress.Most * 9 / 10, ClientAddress.Most);
        Assert.All(counted, number => Assert.InRange(number, 0, ClientAddress.Most - 1));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("10.0.0.5, fd00::/8 ,192.0.2.0/24,::1", true)]
    [InlineData("proxy.example.com", false)]
    [InlineData("10.0.0.0/33", false)]
    public void Trust_is_in_addresses_and_networks(string proxies, bool isGood) =>
        Assert.Equal(isGood, !new ApiOptions { TrustedProxies = proxies }.Validate(null!).Any());

    private static Task<ApiFactory> StartAsync(int permits, string trusted = "") => ApiFactory.StartAsync(settings: new Dictionary<string, string>
    {
        ["Api:RateLimit:PermitLimit"] = permits.ToString(CultureInfo.InvariantCulture),
        ["Api:TrustedProxies"] = trusted,
    });

    private static async Task<HttpStatusCode> AskForAsync(ApiFactory api, string client) =>
        (await api.SendAsync(HttpMethod.Get, Taxonomy, ("X-Forwarded-For", client))).Status;
}
