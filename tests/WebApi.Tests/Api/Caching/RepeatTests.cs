using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>A request with the same text as before is answered without being parsed, and the answer is the same.</summary>
public abstract class RepeatTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string List = "/api/v1/contracts/";

    /// <summary>
    /// How often to ask: the first answer is made, the second is the kept one, and from then on the request is known by its text.
    /// </summary>
    private const int Often = 4;

    private ApiFactory _api = null!;
    private long _contract;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Cache:Enabled"] = "true" });
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        _contract = (await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0];
        await _api.GivenTheMarketIsSettledAsync();
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_repeated_request_gets_the_same_body_and_headers()
    {
        foreach (var path in new[] { List, $"{List}?lang=de&search=rokh", $"{List}taxonomy", $"{List}{_contract}?lang=" })
        {
            var answers = await AskAsync(path);

            Assert.All(answers, answer => Assert.Equal(Told(answers[0]), Told(answer.Expect(HttpStatusCode.OK))));
            Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
        }
    }

    [SkippableFact]
    public async Task The_same_request_with_another_Accept_Language_gets_that_language()
    {
        for (var time = 0; time < Often; time++)
        {
            foreach (var language in new[] { "de", "ja", "en" })
                Assert.Equal(language, (await _api.SendAsync(HttpMethod.Get, List, ("Accept-Language", language))).Header("Content-Language"));
        }
    }

    [SkippableFact]
    public async Task A_known_tag_gets_304_and_HEAD_gets_no_body()
    {
        var tag = (await AskAsync(List))[0].Header("ETag")!;

        var known = await _api.SendAsync(HttpMethod.Get, List, ("If-None-Match", tag));
        var head = (await _api.SendAsync(HttpMethod.Head, List)).Expect(HttpStatusCode.OK);

        Assert.Equal((HttpStatusCode.NotModified, tag, ""), (known.Status, known.Header("ETag"), known.Body));
        Assert.Equal((tag, ""), (head.Header("ETag"), head.Body));
    }

    [SkippableFact]
    public async Task Different_spellings_of_Accept_Language_take_no_room_in_the_cache()
    {
        await AskAsync(List);
        var memory = _api.Services.GetRequiredService<AnswerStore>().Memory;
        var before = memory.Count;

        for (var way = 1; way <= 50; way++)
            Assert.Equal("en", (await _api.SendAsync(HttpMethod.Get, List, ("Accept-Language", $"xx, en;q=0.{way:000}"))).Header("Content-Language"));

        Assert.Equal(before, memory.Count);
    }

    [SkippableFact]
    public async Task A_commit_and_a_whole_minute_make_another_answer_of_a_repeat()
    {
        var before = (await AskAsync(List))[0];

        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon.AddSeconds(30) }));
        Assert.All(await AskAsync(List), answer => Assert.Equal(2, answer.Total));

        _api.AMinutePasses();
        Assert.All(await AskAsync(List), answer => Assert.Equal(1, answer.Total));
        Assert.NotEqual(before.Header("ETag"), (await _api.GetAsync(List)).Header("ETag"));
    }

    [SkippableFact]
    public async Task A_repeated_request_stays_refused_or_missing()
    {
        foreach (var answer in await AskAsync($"{List}?size=abc")) Assert.Equal(["size"], answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
        foreach (var answer in await AskAsync($"{List}{_contract + 1}")) answer.ExpectProblem(HttpStatusCode.NotFound);
    }

    private static string Told(Answer answer) =>
        string.Join(" | ", new[] { "ETag", "Cache-Control", "Content-Language", "Content-Type", "Content-Length", "Vary" }.Select(answer.Header));

    private async Task<IReadOnlyList<Answer>> AskAsync(string path)
    {
        var answers = new List<Answer>();
        while (answers.Count < Often) answers.Add(await _api.GetAsync(path));
        return answers;
    }
}

public sealed class SqliteRepeatTests() : RepeatTests(DatabaseProvider.Sqlite);

public sealed class PostgresRepeatTests() : RepeatTests(DatabaseProvider.Postgres);
