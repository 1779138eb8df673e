using System.Net;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Tests.Api.Given;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>Kept answers are never older than the market.</summary>
public abstract class KeepingTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string List = "/api/v1/contracts/";

    private readonly Turnstile _handler = new();
    private ApiFactory _api = null!;

    public async Task InitializeAsync()
    {
        _api = await StartAsync(isKeeping: true);
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task Every_request_after_a_commit_gets_its_changes()
    {
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(_ => ReadUntilAsync(end.Token)).ToList();

        for (var committed = 1; committed <= 25; committed++)
        {
            var id = (await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0];

            var answer = await _api.GetAsync(List);
            Assert.Equal(committed, answer.Total);
            Assert.Contains(id, answer.Ids);
            Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/api/v1/contracts/{id}")).Status);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    [SkippableFact]
    public async Task A_commit_of_another_process_is_in_the_next_answer_even_after_a_settled_market()
    {
        await using var other = _api.StartAnother();
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadUntilAsync(end.Token)).ToList();

        for (var committed = 1; committed <= 15; committed++)
        {
            await other.GivenTheMarketIsSettledAsync();
            for (var asked = 0; asked < 20; asked++) Assert.Equal(committed - 1, (await _api.GetAsync(List)).Total);

            var id = (await other.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0];

            Assert.Contains(id, (await _api.GetAsync(List)).Ids);
            Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/api/v1/contracts/{id}")).Status);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    [SkippableFact]
    public async Task An_expired_contract_is_in_no_answer_of_the_next_minute_of_a_settled_market()
    {
        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon.AddSeconds(30) }));
        await _api.GivenTheMarketIsSettledAsync();
        Assert.Equal(1, (await _api.GetAsync(List)).Total);

        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, (await _api.GetAsync(List)).Total);
    }

    [SkippableFact]
    public async Task An_expired_contract_is_in_no_answer_of_the_next_minute()
    {
        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon.AddSeconds(30) }));
        Assert.Equal(1, (await _api.GetAsync(List)).Total);

        _api.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, (await _api.GetAsync(List)).Total);
    }

    [SkippableFact]
    public async Task Equal_requests_at_once_share_one_answer()
    {
        _handler.Close();
        string[] spellings = [List, "/api/v1/contracts", $"{List}?page=1&sort_by=date_issued", $"{List}?size=50&search="];
        var asking = Enumerable.Range(0, 20).Select(asker => _api.GetAsync(spellings[asker % spellings.Length])).ToList();
        await _handler.UntilSomebodyIsInAsync();
        // Time for the other requests to begin their wait, which cannot be observed from outside.
        await Task.Delay(500);
        _handler.Open();

        var answers = await Task.WhenAll(asking);

        Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Expect(HttpStatusCode.OK).Body));
        Assert.Equal(1, _handler.Passed);
    }

    [SkippableFact]
    public async Task If_the_first_of_equal_requests_is_cancelled_the_others_are_still_answered()
    {
        _handler.Close();
        using var patience = new CancellationTokenSource();
        var first = _api.GetAsync(List, patience.Token);
        await _handler.UntilSomebodyIsInAsync();
        var second = _api.GetAsync($"{List}?page=1");
        // Time for it to begin its wait for the same answer, which cannot be observed from outside.
        await Task.Delay(500);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _handler.Open();

        (await second).Expect(HttpStatusCode.OK);
        Assert.Equal(1, _handler.Passed);
    }

    [SkippableFact]
    public async Task Questions_with_different_answers_share_no_kept_answer()
    {
        await _api.GivenACommitOf(
            ContractBuilder.AContract().Offering(Universe.Rokh).Priced(5), ContractBuilder.AContract().Offering(Universe.Rifter).Priced(7));
        string[] questions = ["", "?size=1", "?size=1&page=2", "?min_price=6", "?max_price=6", "?lang=ja", "?type_ids=587", "?type_ids=587&type_ids=24688&size=2", "?search=rokh"];

        foreach (var question in questions) (await _api.GetAsync(List + question)).Expect(HttpStatusCode.OK);

        Assert.Equal(questions.Length, _handler.Passed);
        Assert.Equal(2, (await _api.GetAsync(List)).Total);
        Assert.Equal(1, (await _api.GetAsync($"{List}?min_price=6")).Total);
        Assert.Equal(questions.Length, _handler.Passed);
    }

    [SkippableFact]
    public async Task An_invalid_question_gets_422_even_when_the_answer_to_a_similar_one_is_kept()
    {
        var good = $"{List}?region_ids=10000002";
        (await _api.GetAsync(good)).Expect(HttpStatusCode.OK);

        var repeated = await _api.GetAsync($"{List}?{string.Join('&', Enumerable.Repeat("region_ids=10000002", 201))}");
        var unreadable = await _api.GetAsync($"{good}&min_price=abc");

        Assert.Equal(["region_ids"], repeated.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
        Assert.Equal(["min_price"], unreadable.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [SkippableFact]
    public async Task A_missing_contract_is_found_once_it_is_committed()
    {
        var known = (await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0];
        (await _api.GetAsync($"/api/v1/contracts/{known + 1}")).ExpectProblem(HttpStatusCode.NotFound);
        (await _api.GetAsync($"/api/v1/contracts/{known + 1}")).ExpectProblem(HttpStatusCode.NotFound);

        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rifter));

        (await _api.GetAsync($"/api/v1/contracts/{known + 1}")).Expect(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task An_error_is_not_kept()
    {
        // A contract's own page is always read from the database, not from the market in memory.
        var page = $"{List}{(await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0]}";
        await _api.GivenTheContractsAreGone();
        (await _api.GetAsync(page)).ExpectProblem(HttpStatusCode.ServiceUnavailable);
        await _api.GivenTheContractsAreBack();

        (await _api.GetAsync(page)).Expect(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task A_client_with_many_different_questions_does_not_evict_the_answers_of_others()
    {
        const int Questions = 400;
        await using var api = await StartAsync(isKeeping: true, ("Cache:MaxBytes", "1048576"), ("Api:TrustedProxies", "127.0.0.0/8, ::1"));
        await api.GivenACommitOf([.. Enumerable.Range(0, 60).Select(_ => ContractBuilder.AContract().Priced(5).Offering(Universe.Rokh))]);
        string[] liked = [List, $"{List}?sort_by=price", $"{List}?lang=de"];
        foreach (var question in Enumerable.Repeat(liked, 3).SelectMany(all => all)) await AskForAsync(api, "192.0.2.1", question);
        var before = _handler.Passed;

        for (var question = 1; question <= Questions; question++)
        {
            await AskForAsync(api, "203.0.113.7", $"{List}?max_price={1_000_000_000 + question}");
            if (question % 10 == 0) await AskForAsync(api, "192.0.2.1", liked[question / 10 % liked.Length]);
        }

        Assert.Equal(Questions, _handler.Passed - before);
    }

    [SkippableFact]
    public async Task The_answers_kept_for_one_client_take_no_more_than_its_share()
    {
        await using var api = await StartAsync(isKeeping: true, ("Cache:MaxBytes", "1048576"));
        await api.GivenACommitOf([.. Enumerable.Range(0, 60).Select(_ => ContractBuilder.AContract().Priced(5).Offering(Universe.Rokh))]);

        for (var question = 1; question <= 30; question++)
        {
            for (var time = 0; time < 4; time++) await api.GetAsync($"{List}?max_price={1_000_000_000 + question}");
        }

        var taken = api.Services.GetRequiredService<AnswerStore>().Size;
        Assert.InRange(taken, 100_000, (1048576 / 4) + 200_000);
    }

    private static async Task AskForAsync(ApiFactory api, string client, string question) =>
        (await api.SendAsync(HttpMethod.Get, question, ("X-Forwarded-For", client))).Expect(HttpStatusCode.OK);

    [SkippableFact]
    public async Task Without_kept_answers_every_question_reaches_its_handler()
    {
        await using var api = await StartAsync(isKeeping: false);

        (await api.GetAsync(List)).Expect(HttpStatusCode.OK);
        (await api.GetAsync(List)).Expect(HttpStatusCode.OK);

        Assert.Equal(2, _handler.Passed);
    }

    private Task<ApiFactory> StartAsync(bool isKeeping, params (string Key, string Value)[] more) => ApiFactory.StartAsync(
        provider,
        more.Append(("Cache:Enabled", isKeeping ? "true" : "false")).ToDictionary(setting => setting.Item1, setting => setting.Item2),
        services => services.AddSingleton<IPipelineBehavior<BrowseContracts, ContractPage>>(_handler));

    /// <summary>Reads until the end, and checks that committed contracts never disappear again.</summary>
    private async Task ReadUntilAsync(CancellationToken end)
    {
        for (var seen = 0; !end.IsCancellationRequested;)
        {
            var total = (await _api.GetAsync(List, CancellationToken.None)).Total;
            Assert.True(total >= seen, $"{seen} contracts were listed, and then {total}.");
            seen = total;
        }
    }

    /// <summary>Counts the requests that reach the handler, and can delay them before it.</summary>
    private sealed class Turnstile : IPipelineBehavior<BrowseContracts, ContractPage>
    {
        private readonly TaskCompletionSource _somebodyIsIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _open = Opened();
        private int _passed;

        public int Passed => _passed;

        public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public Task UntilSomebodyIsInAsync() => _somebodyIsIn.Task;

        public async Task<ContractPage> Handle(BrowseContracts request, CancellationToken cancellationToken, RequestHandlerDelegate<ContractPage> next)
        {
            Interlocked.Increment(ref _passed);
            _somebodyIsIn.TrySetResult();
            await _open.Task.WaitAsync(cancellationToken);
            return await next();
        }

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}

public sealed class SqliteKeepingTests() : KeepingTests(DatabaseProvider.Sqlite);

public sealed class PostgresKeepingTests() : KeepingTests(DatabaseProvider.Postgres);
