using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Which requests are retried, how often, and which never are.</summary>
public sealed class RetryTests : EsiTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    public async Task A_5xx_is_retried_three_times_and_then_fails(int status)
    {
        Upstream.On(FirstPage, Reply.Html(status));

        var gone = await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());

        Assert.Equal(4, Upstream.Requests.Count);
        Assert.Equal($"GET /contracts/public/{{region_id}}: ESI answered {status}.", gone.Message);
    }

    [Fact]
    public async Task A_short_burst_of_5xx_is_retried_until_it_succeeds()
    {
        Upstream.On(FirstPage, Reply.Error(503), Reply.Error(520), Reply.Error(502), Reply.Page([Rows.AContract()]));

        Assert.Single((await ReadPageAsync()).Rows);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(418)]
    [InlineData(422)]
    public async Task Any_other_answer_is_never_asked_for_again(int status)
    {
        Upstream.On(FirstPage, Reply.Error(status).With("Location", "/elsewhere"));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
        Assert.Single(Upstream.Requests);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_contract_that_is_gone_is_never_asked_for_again(int status)
    {
        Upstream.On("/contracts/public/items/1?page=1", Reply.Error(status));

        Assert.Equal(new LinesAnswer.Gone(false), await Esi.GetLinesAsync(new ContractId(1), default));
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task An_upstream_that_cannot_be_reached_fails_with_a_sentence()
    {
        Settings["Esi:BaseUrl"] = "http://127.0.0.1:9";

        var gone = await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());

        Assert.Equal("GET /contracts/public/{region_id}: ESI could not be reached.", gone.Message);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_fails_after_four_tries()
    {
        var clock = new WaitedClock();
        Clock = clock;
        Settings["Esi:Timeout"] = "00:00:30";
        Settings["Esi:RetryDelay"] = "00:00:01";
        Upstream.On(FirstPage, Reply.Page([]).After(Task.Delay(Timeout.Infinite)));

        var call = ReadListAsync();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await EventuallyAsync(() => Upstream.Requests.Count == attempt);
            clock.Advance(TimeSpan.FromSeconds(29.9));
            Assert.Equal(1, Governor.State.InFlight);
            clock.Advance(TimeSpan.FromSeconds(0.1));
            if (attempt == 4) break;
            await UntilAllWaitAsync(clock, 1);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        await Assert.ThrowsAsync<EsiUnavailableException>(() => call);
        Assert.Equal(4, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_as_cancelled_without_a_retry()
    {
        using var cancel = new CancellationTokenSource();
        Upstream.On(FirstPage, Reply.Page([]).After(Task.Delay(Timeout.Infinite)));

        var call = Esi.GetContractsAsync(TheForge, 1, null, cancel.Token);
        await EventuallyAsync(() => Upstream.Requests.Count == 1);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(Upstream.Requests);
    }
}
