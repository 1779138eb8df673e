using System.Diagnostics;
using System.Net;
using HangarBay.Application.Status;
using HangarBay.WebApi.Tests.Api.Given;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>The state of the sync is read at most once in five seconds, for any number of requests.</summary>
public sealed class BriefAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    private readonly Counter _counter = new();
    private ApiFactory _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(
            settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true" },
            services: services => services.AddSingleton<IPipelineBehavior<GetStatus, MarketStatus>>(_counter));
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/status")]
    [InlineData("/coverage")]
    public async Task For_any_number_of_requests_the_answer_is_made_once_in_five_seconds(string path)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _api.GetAsync(path)));
        (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);
        // On a busy machine the requests may take more than five seconds.
        Assert.InRange(_counter.Passed, 1, 1 + (int)(Stopwatch.GetElapsedTime(began) / Brief));

        var before = _counter.Passed;
        (await _api.GetAsync($"{path}?lang=de")).Expect(HttpStatusCode.OK);
        Assert.Equal(before + 1, _counter.Passed);

        await Task.Delay(Brief);
        (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);
        Assert.Equal(before + 2, _counter.Passed);
    }

    [Theory]
    [InlineData("/api/v1/status")]
    [InlineData("/coverage")]
    public async Task A_request_with_credentials_gets_an_answer_of_its_own_that_is_not_kept(string path)
    {
        for (var time = 1; time <= 2; time++)
        {
            var answer = (await _api.SendAsync(HttpMethod.Get, path, ("Authorization", "Bearer planted"))).Expect(HttpStatusCode.OK);

            Assert.Equal(time, _counter.Passed);
            Assert.Equal("no-store, private", answer.Header("Cache-Control"));
        }

        (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);
        Assert.Equal(3, _counter.Passed);
    }

    [Fact]
    public async Task An_error_is_not_kept()
    {
        _counter.Fails = true;
        (await _api.GetAsync("/api/v1/status")).ExpectProblem(HttpStatusCode.InternalServerError);
        _counter.Fails = false;

        (await _api.GetAsync("/api/v1/status")).Expect(HttpStatusCode.OK);
    }

    private sealed class Counter : IPipelineBehavior<GetStatus, MarketStatus>
    {
        private int _passed;

        public int Passed => _passed;

        public bool Fails { get; set; }

        public Task<MarketStatus> Handle(GetStatus request, CancellationToken cancellationToken, RequestHandlerDelegate<MarketStatus> next)
        {
            Interlocked.Increment(ref _passed);
            return Fails ? throw new InvalidOperationException("It fails.") : next();
        }
    }
}
