using System.Net;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Limits;

/// <summary>A request is short, and anything else that comes with it is not read.</summary>
public sealed class SizeLimitTests(SharedApi shared) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("/api/v1/contracts/")]
    [InlineData("/api/v1/contracts/export")]
    [InlineData("/api/v1/status")]
    public async Task A_question_with_a_body_is_refused(string path)
    {
        using var client = new HttpClient { BaseAddress = shared.Api.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Content = new StringContent("{}") };
        using var response = await client.SendAsync(request);

        (await Answer.ReadAsync(response)).ExpectProblem(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_question_too_long_is_refused_by_the_server_itself() => Assert.Equal(
        HttpStatusCode.RequestUriTooLong, (await shared.Api.GetAsync($"/api/v1/contracts/?search={new string('a', 9_000)}")).Status);

    [Fact]
    public async Task Headers_that_are_too_long_are_refused_by_the_server_itself() => Assert.Equal(
        HttpStatusCode.RequestHeaderFieldsTooLarge,
        (await shared.Api.SendAsync(HttpMethod.Get, "/api/v1/contracts/", ("X-Story", new string('a', 20_000)))).Status);
}
