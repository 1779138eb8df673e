using System.Globalization;
using System.Net;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.WebApi.Tests.Api.Given;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Limits;

/// <summary>The server makes a limited number of answers at once. Clients take turns, and no client gets all the time.</summary>
public sealed class AnswerLimitTests : IAsyncLifetime
{
    private const string List = "/api/v1/contracts/";
    private const string Greedy = "203.0.113.7";
    private const string Modest = "192.0.2.1";

    private readonly Held _held = new();
    private ApiFactory _api = null!;

    public async Task InitializeAsync() => _api = await StartAsync(("Api:Answers:AtOnce", "1"), ("Api:Answers:Waiting", "8"));

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task A_client_with_too_many_waiting_requests_is_refused_and_others_are_served()
    {
        var kept = (await AskAsync(Modest, $"{List}?lang=ja")).Expect(HttpStatusCode.OK);
        var release = _held.Hold();
        var first = AskAsync(Greedy, $"{List}?max_price=1");
        await Eventually.IsAsync(() => Task.FromResult(_held.Inside == 1));
        var waiting = new[] { AskAsync(Greedy, $"{List}?max_price=2"), AskAsync(Greedy, $"{List}?max_price=3") };

        // It is not known in advance which two of them wait and which are refused.
        var more = Enumerable.Range(4, 4).Select(price => AskAsync(Greedy, $"{List}?max_price={price}")).ToList();
        await Eventually.IsAsync(() => Task.FromResult(waiting.Concat(more).Count(asking => asking.IsCompleted) == 4));
        var refused = await Task.WhenAll(waiting.Concat(more).Where(asking => asking.IsCompleted));
        var modest = AskAsync(Modest, $"{List}?max_price=9");

        Assert.All(refused, answer => Assert.Equal("1", answer.ExpectProblem(HttpStatusCode.ServiceUnavailable).Header("Retry-After")));
        // Answers that need not be made are sent all the time.
        Assert.Equal(kept.Body, (await AskAsync(Modest, $"{List}?lang=ja")).Expect(HttpStatusCode.OK).Body);
        (await _api.SendAsync(HttpMethod.Get, $"{List}?lang=ja", ("If-None-Match", kept.Header("ETag")!))).Expect(HttpStatusCode.NotModified);
        (await _api.GetAsync("/health")).Expect(HttpStatusCode.OK);

        release.SetResult();
        (await first).Expect(HttpStatusCode.OK);
        (await modest).Expect(HttpStatusCode.OK);
        var late = await Task.WhenAll(waiting.Concat(more));
        Assert.Equal(2, late.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_client_that_has_used_its_answer_time_gets_429_and_others_do_not()
    {
        await using var api = await StartAsync(("Api:Answers:TimeAMinute", "00:00:00.5"));
        _held.Takes = TimeSpan.FromMilliseconds(300);
        (await AskAsync(api, Greedy, $"{List}?max_price=1")).Expect(HttpStatusCode.OK);
        await AskAsync(api, Greedy, $"{List}?max_price=2");

        var refused = (await AskAsync(api, Greedy, $"{List}?max_price=3")).ExpectProblem(HttpStatusCode.TooManyRequests);

        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        (await AskAsync(api, Greedy, "/contracts?max_price=3")).Expect(HttpStatusCode.TooManyRequests);
        (await AskAsync(api, Modest, $"{List}?max_price=3")).Expect(HttpStatusCode.OK);
        // A kept answer takes no time of the client's budget.
        (await AskAsync(api, Greedy, $"{List}?max_price=3")).Expect(HttpStatusCode.OK);
    }

    private async Task<ApiFactory> StartAsync(params (string Key, string Value)[] limits)
    {
        var api = await ApiFactory.StartAsync(
            settings: limits.Concat([("Cache:Enabled", "true"), ("Api:TrustedProxies", "127.0.0.0/8, ::1")]).ToDictionary(setting => setting.Item1, setting => setting.Item2),
            services: services => services.AddSingleton<IPipelineBehavior<BrowseContracts, ContractPage>>(_held));
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh));
        return api;
    }

    private Task<Answer> AskAsync(string client, string path) => AskAsync(_api, client, path);

    private static Task<Answer> AskAsync(ApiFactory api, string client, string path) => api.SendAsync(HttpMethod.Get, path, ("X-Forwarded-For", client));

    /// <summary>Delays the making of answers for as long as a test needs.</summary>
    private sealed class Held : IPipelineBehavior<BrowseContracts, ContractPage>
    {
        private TaskCompletionSource? _holding;
        private int _inside;

        public int Inside => Volatile.Read(ref _inside);

        public TimeSpan Takes { get; set; }

        public TaskCompletionSource Hold() => _holding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<ContractPage> Handle(BrowseContracts request, CancellationToken cancellationToken, RequestHandlerDelegate<ContractPage> next)
        {
            Interlocked.Increment(ref _inside);
            if (_holding is { } holding) await holding.Task.WaitAsync(cancellationToken);
            await Task.Delay(Takes, cancellationToken);
            Interlocked.Decrement(ref _inside);
            return await next();
        }
    }
}
