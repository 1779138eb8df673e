using System.Globalization;
using HangarBay.Application.Sync.Ports;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>A page of a list as a whole: its headers, and answers that are not a page.</summary>
public sealed class ListPageTests : EsiTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 27, 22, 22, 21, TimeSpan.Zero);

    [Fact]
    public async Task A_page_has_the_number_of_pages_its_tag_and_its_generation()
    {
        Clock = new FakeTimeProvider(Now);
        Upstream.On("/contracts/public/10000002?page=7", Reply.Page([Rows.AContract()], pages: 34)
            .With("ETag", "\"275f\"")
            .With("Date", "Sun, 27 Sep 2026 22:22:21 GMT")
            .With("Expires", "Sun, 27 Sep 2026 22:37:33 GMT")
            .With("Last-Modified", "Sun, 27 Sep 2026 22:07:33 GMT")
            .With("Cache-Control", "public"));

        var page = Assert.IsType<ListPage.Read>(await ReadListAsync(7));

        Assert.Equal((7, 34, "\"275f\""), (page.Number, page.PageCount, page.ETag));
        Assert.Equal(new DateTimeOffset(2026, 9, 27, 22, 7, 33, TimeSpan.Zero), page.LastModified);
        Assert.Equal(new DateTimeOffset(2026, 9, 27, 22, 37, 33, TimeSpan.Zero), page.ExpiresAt);
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(+400)]
    public async Task A_wrong_local_clock_shifts_the_expiry_by_the_same_time(int days)
    {
        var ours = Now.AddDays(days);
        Clock = new FakeTimeProvider(ours);
        Upstream.On(FirstPage, Reply.Page([])
            .With("Date", "Sun, 27 Sep 2026 22:22:21 GMT")
            .With("Expires", "Sun, 27 Sep 2026 22:37:33 GMT"));

        Assert.Equal(ours + new TimeSpan(0, 15, 12), (await ReadPageAsync()).ExpiresAt);
    }

    [Fact]
    public async Task Without_Last_Modified_the_date_of_the_answer_is_the_generation()
    {
        Upstream.On(FirstPage, Reply.Page([]).With("Date", "Sun, 27 Sep 2026 22:22:21 GMT"));

        Assert.Equal(Now, (await ReadPageAsync()).LastModified);
    }

    [Theory]
    [InlineData("Sun, 27 Sep 2026 22:22:25 GMT", 4)]
    [InlineData("Sun, 27 Sep 2026 23:22:21 GMT", 0)]
    [InlineData("Thu, 27 Sep 2046 22:22:21 GMT", 0)]
    public async Task A_list_with_a_time_in_the_future_gets_the_time_of_its_answer(string lastModified, int seconds)
    {
        Upstream.On(FirstPage, Reply.Page([]).With("Date", "Sun, 27 Sep 2026 22:22:21 GMT").With("Last-Modified", lastModified));

        Assert.Equal(Now.AddSeconds(seconds), (await ReadPageAsync()).LastModified);
    }

    [Fact]
    public async Task A_304_stands_for_the_page_whose_tag_was_sent()
    {
        Clock = new FakeTimeProvider(Now);
        Upstream.On(FirstPage, new Reply(304)
            .With("X-Pages", "34")
            .With("Date", "Sun, 27 Sep 2026 22:22:21 GMT")
            .With("Expires", "Sun, 27 Sep 2026 22:23:21 GMT")
            .With("Last-Modified", "Sun, 27 Sep 2026 22:07:33 GMT"));

        var page = Assert.IsType<ListPage.NotModified>(await ReadListAsync(etag: "W/\"275f\""));

        Assert.Equal(new ListPage.NotModified(1, 34, new DateTimeOffset(2026, 9, 27, 22, 7, 33, TimeSpan.Zero), Now.AddMinutes(1)), page);
        Assert.Equal("W/\"275f\"", Upstream.Requests[0].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_304_without_headers_has_no_page_count_and_no_time()
    {
        Upstream.On(FirstPage, new Reply(304));

        var page = Assert.IsType<ListPage.NotModified>(await ReadListAsync(etag: "\"275f\""));

        Assert.Null(page.PageCount);
        Assert.Null(page.LastModified);
    }

    [Fact]
    public async Task A_304_to_a_request_without_a_tag_is_no_empty_page()
    {
        Upstream.On(FirstPage, new Reply(304), Reply.Page([Rows.AContract()]));

        Assert.Single((await ReadPageAsync()).Rows);
        Assert.Equal(2, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_204_is_no_empty_page()
    {
        Upstream.On(FirstPage, new Reply(204));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
    }

    [Fact]
    public async Task An_empty_page_is_read_as_one()
    {
        Upstream.On("/contracts/public/10000002?page=2", Reply.Page([], pages: 3));

        var page = Assert.IsType<ListPage.Read>(await ReadListAsync(2));

        Assert.Equal((3, 0), (page.PageCount, page.Rows.Count));
    }

    [Fact]
    public async Task A_404_is_a_missing_page()
    {
        Assert.Equal(new ListPage.Missing(35), await ReadListAsync(35));
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task Without_X_Pages_a_page_that_is_not_full_is_the_last()
    {
        Upstream.On("/contracts/public/10000002?page=3", Reply.Json($"[{Rows.AContract()}]"));

        Assert.Equal(3, Assert.IsType<ListPage.Read>(await ReadListAsync(3)).PageCount);
    }

    [Fact]
    public async Task Without_X_Pages_a_full_page_is_not_taken_for_the_last()
    {
        var rows = Enumerable.Range(1, 1000).Select(id => Rows.AContract(("contract_id", id.ToString(CultureInfo.InvariantCulture))));
        Upstream.On(FirstPage, Reply.Json($"[{string.Join(',', rows)}]"));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("2000000000")]
    [InlineData("2000")]
    public async Task An_X_Pages_that_is_no_number_of_pages_is_not_believed(string pages)
    {
        Upstream.On(FirstPage, Reply.Json("[]").With("X-Pages", pages), Reply.Page([], pages: 2));

        Assert.Equal(2, (await ReadPageAsync()).PageCount);
    }
}
