using System.Diagnostics;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.EsiSandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    private static readonly string Page1 = $"/contracts/public/{TheForge}?page=1";
    private static readonly string Page2 = $"/contracts/public/{TheForge}?page=2";

    /// <summary>Without jitter, so that pages differ only where a test makes them differ.</summary>
    protected override SandboxOptions Options => new() { Shape = MarketShape.NewEden, PageJitter = false };

    [Fact]
    public async Task An_error_burst_ends_after_the_given_number_of_calls()
    {
        Server.Faults.Add(new StatusFault(503) { Count = 2, Path = "/contracts/public/items" });
        var id = Server.Market.Listed(TheForge)[^1];

        Assert.Equal(200, (await Esi.GetAsync(Page1)).Status);
        Assert.Equal(503, (await Esi.GetAsync($"/contracts/public/items/{id}")).Status);
        Assert.Equal(503, (await Esi.GetAsync($"/contracts/public/items/{id}")).Status);
        Assert.NotEqual(503, (await Esi.GetAsync($"/contracts/public/items/{id}")).Status);
        Assert.Empty(Server.Faults.Active);
    }

    [Fact]
    public async Task A_page_may_answer_304_to_a_request_without_a_tag()
    {
        Server.Faults.Add(new NotModifiedFault { Page = 2, Count = 1 });

        var (first, unasked, again) = (await Esi.GetAsync(Page1), await Esi.GetAsync(Page2), await Esi.GetAsync(Page2));

        Assert.Equal((200, 304, 200), (first.Status, unasked.Status, again.Status));
        Assert.Equal(("", again["Last-Modified"]), (unasked.Body, unasked["Last-Modified"]));
    }

    [Fact]
    public async Task A_late_answer_comes_at_its_time()
    {
        Server.Faults.Add(new LatencyFault(TimeSpan.FromMinutes(1)));
        var late = Esi.GetAsync(Page1);
        await Task.WhenAny(late, Task.Delay(200));
        Assert.False(late.IsCompleted);

        for (var patience = Stopwatch.StartNew(); !late.IsCompleted && patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(20))
            Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await late).Status);
    }

    [Fact]
    public async Task A_torn_page_is_of_the_generation_before()
    {
        var old = await Esi.GetAsync(Page2);
        Time.Advance(TimeSpan.FromMinutes(30));
        Server.Faults.Add(new TornFault { Region = TheForge, Page = 2, Count = 1 });

        var first = await Esi.GetAsync(Page1);
        var torn = await Esi.GetAsync(Page2);
        var again = await Esi.GetAsync(Page2);

        Assert.Equal((old.Body, old["Last-Modified"], old["ETag"]), (torn.Body, torn["Last-Modified"], torn["ETag"]));
        Assert.True(torn.Instant("Last-Modified") < first.Instant("Last-Modified"));
        Assert.Equal(first["Last-Modified"], again["Last-Modified"]);
    }

    [Fact]
    public async Task A_shifted_page_lacks_its_first_rows_and_ends_with_rows_of_the_next_page()
    {
        var page1 = await Esi.GetAsync(Page1);
        var page2 = await Esi.GetAsync(Page2);
        Server.Faults.Add(new ShiftFault(3) { Region = TheForge });

        var moved1 = await Esi.GetAsync(Page1);
        var moved2 = await Esi.GetAsync(Page2);

        Assert.Equal([.. page1.Ids[3..], .. page2.Ids[..3]], moved1.Ids);
        Assert.Equal(page2.Ids[3], moved2.Ids[0]);
        Assert.Equal(page1["Last-Modified"], moved1["Last-Modified"]);
    }

    [Fact]
    public async Task A_torn_page_still_lists_what_was_dropped_since()
    {
        var dropped = Server.Market.Drop(TheForge, 3);
        Server.Faults.Add(new TornFault { Count = 1 });

        Assert.Equal(dropped, (await Esi.GetAsync(Page1)).Ids[..3]);
        Assert.Empty((await Esi.GetAsync(Page1)).Ids.Intersect(dropped));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_body_breaks_the_connection_even_where_it_would_be_compressed(bool chunked)
    {
        Server.Faults.Add(new TruncatedFault(chunked) { Count = 1 });

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Esi.GetAsync(Page1, ("Accept-Encoding", "gzip")));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(exception.InnerException).HttpRequestError);
        Assert.Equal(200, (await Esi.GetAsync(Page1)).Status);
    }

    [Fact]
    public async Task Html_comes_with_200()
    {
        Server.Faults.Add(new HtmlFault());
        var reply = await Esi.GetAsync(Page1);

        Assert.Equal((200, "text/html; charset=UTF-8"), (reply.Status, reply["Content-Type"]));
    }

    [Fact]
    public async Task An_empty_page_is_still_counted()
    {
        Server.Faults.Add(new EmptyPageFault { Page = 2 });
        var reply = await Esi.GetAsync(Page2);

        Assert.Equal(("[]", "2"), (reply.Body, reply["X-Pages"]));
        Assert.Equal(1000, (await Esi.GetAsync(Page1)).Ids.Length);
    }

    [Fact]
    public async Task A_big_page_has_more_rows_than_a_page_has()
    {
        Server.Faults.Add(new BigPageFault(3000) { Page = 1 });

        Assert.Equal(3000, (await Esi.GetAsync(Page1)).Ids.Distinct().Count());
    }

    [Fact]
    public async Task A_type_or_a_name_can_be_missing()
    {
        Server.Faults.Add(new MissingTypeFault(24688));
        Server.Faults.Add(new MissingNameFault(1000035));

        Assert.Equal(404, (await Esi.GetAsync("/universe/types/24688")).Status);
        Assert.Equal(200, (await Esi.GetAsync("/universe/types/587")).Status);
        Assert.Equal(404, (await Esi.PostAsync("/universe/names", new[] { 1000035, 30000142 })).Status);
        Assert.Equal(200, (await Esi.PostAsync("/universe/names", new[] { 30000142 })).Status);
    }

    [Fact]
    public async Task A_deep_limiter_answers_429_with_or_without_a_time()
    {
        Server.Faults.Add(new RateLimitFault(TimeSpan.FromSeconds(7)) { Count = 1 });
        var timed = await Esi.GetAsync(Page1);
        Server.Faults.Add(new RateLimitFault(RetryAfter: null) { Count = 1 });
        var untimed = await Esi.GetAsync(Page1);

        Assert.Equal((429, "7"), (timed.Status, timed["Retry-After"]));
        Assert.Equal((429, null), (untimed.Status, untimed["Retry-After"]));
    }

    [Fact]
    public async Task A_stalled_call_never_ends_and_delays_no_other()
    {
        Server.Faults.Add(new StallFault { Count = 1 });
        var stalled = Esi.GetAsync(Page1);
        await Task.WhenAny(stalled, Task.Delay(200));

        Assert.False(stalled.IsCompleted);
        Assert.Equal(200, (await Esi.GetAsync(Page1)).Status);
        var stopwatch = Stopwatch.StartNew();
        await Server.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => stalled);
        Assert.True(stopwatch.Elapsed < TimeSpan.FromSeconds(15), $"{stopwatch.Elapsed}");
    }

    [Fact]
    public async Task Pages_of_one_generation_can_differ_by_a_second()
    {
        Server.Faults.Add(new SkewFault(TimeSpan.FromSeconds(1)) { Page = 2 });
        var first = await Esi.GetAsync(Page1);
        var second = await Esi.GetAsync(Page2);

        Assert.Equal(TimeSpan.FromSeconds(1), first.Instant("Last-Modified") - second.Instant("Last-Modified"));
        Assert.Equal(TimeSpan.FromSeconds(1), first.Instant("Expires") - second.Instant("Expires"));
    }

    [Fact]
    public async Task A_clock_can_run_backwards()
    {
        Server.Faults.Add(new ClockFault(TimeSpan.FromMinutes(1)));
        var first = await Esi.GetAsync(Page1);
        var second = await Esi.GetAsync(Page1);

        foreach (var header in new[] { "Date", "Last-Modified", "Expires" })
            Assert.Equal(TimeSpan.FromMinutes(1), first.Instant(header) - second.Instant(header));
    }
}
