using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Tests.Given;
using static HangarBay.Application.Tests.Given.Pages;

namespace HangarBay.Application.Tests.Sync;

/// <summary>When pages make one list, and which pages are read again where they do not (M2).</summary>
public sealed class ListReaderTests
{
    private readonly ListScript _esi = new();

    [Fact]
    public async Task Every_page_is_read_and_makes_one_list()
    {
        _esi.Page(1, APageOf(1, 3, 1, 2)).Page(2, APageOf(2, 3, 3, 4)).Page(3, APageOf(3, 3, 5));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([1, 2, 3, 4, 5], list.Rows.Select(row => row.Contract.Id.Value));
        Assert.Equal((Noon, Noon.AddMinutes(30), false), (list.Generation, list.ExpiresAt, list.Doubtful));
        Assert.Equal([1, 2, 3], _esi.Calls.Select(call => call.Page).Order());
    }

    [Fact]
    public async Task The_pages_are_kept_with_tag_and_ids()
    {
        _esi.Page(1, APageOf(1, 2, 1, 2)).Page(2, APageOf(2, 2, 3));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([(1, "\"1\"", "1,2"), (2, "\"2\"", "3")], list.Pages.Select(page => (page.Number, page.ETag, string.Join(',', page.ContractIds))));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task Two_seconds_between_pages_are_one_generation(int seconds)
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, APageOf(2, 2, 2).Shifted(TimeSpan.FromSeconds(seconds)));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal(Noon.AddSeconds(Math.Max(0, seconds)), list.Generation);
        Assert.Equal(2, _esi.Calls.Count);
    }

    [Fact]
    public async Task A_page_of_an_older_generation_is_read_again_whole_once_it_has_expired()
    {
        var old = APageOf(2, 2, 2) with { LastModified = Noon.AddMinutes(-30), ExpiresAt = Now.AddSeconds(30) };
        _esi.Storing(Stored(1, 1), Stored(2, 2)).Page(1, APageOf(1, 2, 1)).Page(2, old, APageOf(2, 2, 2, 3));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal(3, list.Rows.Count);
        var again = _esi.Calls.Last(call => call.Page == 2);
        Assert.True(again.At >= Now.AddSeconds(30));
        Assert.Null(again.ETag);
        Assert.Single(_esi.Calls, call => call.Page == 1);
    }

    [Fact]
    public async Task An_outdated_first_page_may_be_replaced_by_one_with_more_pages()
    {
        var old = APageOf(1, 2, 1).Shifted(TimeSpan.FromMinutes(-20));
        _esi.Page(1, old, APageOf(1, 3, 1)).Page(2, APageOf(2, 3, 2)).Page(3, APageOf(3, 3, 3));

        Assert.Equal(3, (await _esi.ReadWholeAsync()).Pages.Count);
    }

    [Fact]
    public async Task An_outdated_first_page_may_be_replaced_by_one_with_fewer_pages()
    {
        var old = APageOf(1, 3, 1).Shifted(TimeSpan.FromMinutes(-20));
        _esi.Page(1, old, APageOf(1, 2, 1)).Page(2, APageOf(2, 2, 2)).Page(3, new ListPage.Missing(3));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([1, 2], list.Rows.Select(row => row.Contract.Id.Value));
        Assert.Equal(2, list.Pages.Count);
    }

    [Fact]
    public async Task A_page_that_expires_after_the_longest_wait_is_not_waited_for()
    {
        var old = APageOf(2, 2, 2) with { LastModified = Noon.AddMinutes(-30), ExpiresAt = Now.AddSeconds(61) };
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, old);

        var reading = await _esi.ReadInVainAsync();

        Assert.Contains("different generations", reading.Reason, StringComparison.Ordinal);
        Assert.Equal((2, Pages.Now), (_esi.Calls.Count, _esi.Time.GetUtcNow()));
        Assert.Equal(Noon.AddMinutes(30), reading.ExpiresAt);
    }

    [Fact]
    public async Task A_page_that_stays_old_is_read_three_times_in_all()
    {
        var old = APageOf(2, 2, 2) with { LastModified = Noon.AddMinutes(-30), ExpiresAt = Now };
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, old);

        await _esi.ReadInVainAsync();

        Assert.Equal(3, _esi.Calls.Count(call => call.Page == 2));
    }

    [Fact]
    public async Task A_missing_page_makes_the_list_incomplete()
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, new ListPage.Missing(2));

        Assert.Contains("missing", (await _esi.ReadInVainAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_missing_page_no_more_are_asked_for()
    {
        _esi.Page(1, APageOf(1, 400, 1));
        for (var page = 2; page <= 400; page++) _esi.Page(page, new ListPage.Missing(page));

        await _esi.ReadInVainAsync();

        // In each of three rounds, at most the pages that are asked for at once.
        Assert.InRange(_esi.Calls.Count, 2, 3 * (1 + new SyncOptions().PagesAtOnce));
    }

    [Fact]
    public async Task A_missing_first_page_is_a_region_that_esi_does_not_know()
    {
        _esi.Page(1, new ListPage.Missing(1));

        var reading = await _esi.ReadInVainAsync();

        Assert.Contains("no such region", reading.Reason, StringComparison.Ordinal);
        Assert.Null(reading.ExpiresAt);
    }

    [Fact]
    public async Task An_empty_page_among_many_is_asked_for_at_once_again()
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, APageOf(2, 2), APageOf(2, 2, 2));

        Assert.Equal(2, (await _esi.ReadWholeAsync()).Rows.Count);
        Assert.Equal(Pages.Now, _esi.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_page_that_stays_empty_among_many_makes_the_list_incomplete()
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, APageOf(2, 2));

        Assert.Contains("empty", (await _esi.ReadInVainAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_page_of_an_empty_region_is_a_list()
    {
        _esi.Page(1, APageOf(1, 1));

        Assert.Empty((await _esi.ReadWholeAsync()).ListedIds);
    }

    [Fact]
    public async Task Pages_that_disagree_on_how_many_they_are_make_no_list()
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, APageOf(2, 3, 2));

        Assert.Contains("different numbers", (await _esi.ReadInVainAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_comes_makes_the_list_incomplete_with_its_reason()
    {
        _esi.Page(1, APageOf(1, 2, 1)).Page(2, () => throw new EsiUnavailableException("ESI answered 502."));

        var reading = await _esi.ReadInVainAsync();

        Assert.Equal(("ESI answered 502.", Noon.AddMinutes(30)), (reading.Reason, reading.ExpiresAt));
    }

    [Fact]
    public async Task Known_pages_are_asked_for_by_their_tag()
    {
        _esi.Storing(Stored(1, 1)).Page(1, Unmodified(1, of: 2, Noon)).Page(2, APageOf(2, 2, 2));

        await _esi.ReadWholeAsync();

        Assert.Equal([(1, "\"1\""), (2, null)], _esi.Calls.Select(call => (call.Page, call.ETag)));
    }
}
