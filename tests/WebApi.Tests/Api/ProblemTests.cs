using System.Net;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.Http;

namespace HangarBay.WebApi.Tests.Api;

public sealed class ProblemTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private ApiFactory Api => shared.Api;

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/contract")]
    [InlineData("/api/v1/contracts/1/items")]
    [InlineData("/api/v2/contracts/")]
    public async Task An_unknown_path_is_a_problem(string path) => (await Api.GetAsync(path)).ExpectProblem(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_contract_that_is_not_there_is_a_problem_that_names_it()
    {
        var answer = (await Api.GetAsync("/api/v1/contracts/9007199254740991")).ExpectProblem(HttpStatusCode.NotFound);

        Assert.Contains("9007199254740991", answer.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/contracts/")]
    [InlineData("PUT", "/api/v1/contracts")]
    [InlineData("DELETE", "/api/v1/contracts/1")]
    [InlineData("PATCH", "/api/v1/contracts/taxonomy")]
    [InlineData("OPTIONS", "/api/v1/contracts/")]
    public async Task A_wrong_method_is_a_problem_that_names_the_allowed_ones(string method, string path)
    {
        var answer = (await Api.SendAsync(new HttpMethod(method), path)).ExpectProblem(HttpStatusCode.MethodNotAllowed);

        Assert.Equal("GET, HEAD", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/html")]
    [InlineData("application/xml;q=0.1")]
    public async Task A_problem_has_its_body_for_every_Accept_header(string accept)
    {
        (await Api.SendAsync(HttpMethod.Get, "/api/v1/nowhere", ("Accept", accept))).ExpectProblem(HttpStatusCode.NotFound);
        (await Api.SendAsync(HttpMethod.Get, "/api/v1/contracts/?page=0", ("Accept", accept))).ExpectProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_problem_bears_the_trace_id_it_was_sent()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var answer = await Api.SendAsync(HttpMethod.Get, "/api/v1/contracts/?page=0", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));

        Assert.Equal(trace, answer.Json.GetProperty("trace_id").GetString());
    }

    [Fact]
    public async Task A_problem_is_never_kept_by_caches() =>
        Assert.Contains("no-store", (await Api.GetAsync("/api/v1/contracts/?page=0")).Header("Cache-Control"));

    [Fact]
    public async Task A_database_without_tables_is_a_503_that_asks_to_come_back()
    {
        await using var api = await ApiFactory.StartWithoutTablesAsync();

        var answer = (await api.GetAsync("/api/v1/contracts/")).ExpectProblem(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("5", answer.Header("Retry-After"));
        Assert.Contains("db migrate", answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_bug_is_a_500_with_a_trace_id_and_no_internal_detail()
    {
        await using var api = await ApiFactory.StartWithABugAsync(() => new InvalidOperationException("the password is swordfish"));

        var answer = (await api.GetAsync("/api/v1/contracts/")).ExpectProblem(HttpStatusCode.InternalServerError);

        Assert.DoesNotContain("swordfish", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_does_not_reveal_whether_a_row_exists_or_was_changed()
    {
        var told = new List<string?>();
        foreach (var fault in new Func<Exception>[]
        {
            () => new AlreadyExistsException(new InvalidOperationException("inside")),
            () => new ConcurrentChangeException(new InvalidOperationException("inside")),
        })
        {
            await using var api = await ApiFactory.StartWithABugAsync(fault);
            told.Add((await api.GetAsync("/api/v1/contracts/")).ExpectProblem(HttpStatusCode.Conflict).Json.GetProperty("detail").GetString());
        }

        Assert.Equal(told[0], told[1]);
    }

    [Fact]
    public async Task The_text_of_a_ConflictException_is_in_the_problem()
    {
        await using var api = await ApiFactory.StartWithABugAsync(() => new ConflictException("A search of this name is saved already."));

        Assert.Equal("A search of this name is saved already.", (await api.GetAsync("/api/v1/contracts/")).Json.GetProperty("detail").GetString());
    }

    public static TheoryData<Func<Exception>, HttpStatusCode> Faults => new()
    {
        { () => new ConflictException("A search of this name is saved already."), HttpStatusCode.Conflict },
        { () => new DomainException("Only auctions take bids, which is inside."), HttpStatusCode.InternalServerError },
        { () => new ConcurrentChangeException(new InvalidOperationException()), HttpStatusCode.Conflict },
        { () => new AlreadyExistsException(new InvalidOperationException()), HttpStatusCode.Conflict },
        { () => new BadHttpRequestException("inside", StatusCodes.Status415UnsupportedMediaType), HttpStatusCode.UnsupportedMediaType },
        { () => new OperationCanceledException(), HttpStatusCode.InternalServerError },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_exception_has_its_own_status(Func<Exception> fault, HttpStatusCode status)
    {
        await using var api = await ApiFactory.StartWithABugAsync(fault);

        var answer = (await api.GetAsync("/api/v1/contracts/")).ExpectProblem(status);

        Assert.DoesNotContain("inside", answer.Body, StringComparison.Ordinal);
    }
}
