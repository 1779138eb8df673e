using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using static HangarBay.Application.Tests.Given.Pages;

namespace HangarBay.Application.Tests.Sync;

/// <summary>A 304 stands for the known ids of the page (M3).</summary>
public sealed class NotModifiedTests
{
    private readonly ListScript _esi = new ListScript().Storing(Stored(1, 1, 2), Stored(2, 3));

    [Fact]
    public async Task A_list_is_unchanged_if_every_page_is_not_modified()
    {
        _esi.Page(1, Unmodified(1, of: 2, Noon)).Page(2, Unmodified(2, of: 2, Noon));

        var reading = Assert.IsType<ListReading.Unchanged>(await _esi.ReadAsync());

        Assert.Equal((Noon, Noon.AddMinutes(30)), (reading.Generation, reading.ExpiresAt));
    }

    [Fact]
    public async Task Answers_without_a_time_leave_the_generation_open()
    {
        _esi.Page(1, Unmodified(1, of: null)).Page(2, Unmodified(2, of: null));

        Assert.Null(Assert.IsType<ListReading.Unchanged>(await _esi.ReadAsync()).Generation);
    }

    [Fact]
    public async Task A_not_modified_page_among_new_ones_has_its_ids_without_rows()
    {
        _esi.Page(1, Unmodified(1, of: 2, Noon)).Page(2, APageOf(2, 2, 4));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([4], list.Rows.Select(row => row.Contract.Id.Value));
        Assert.Equal([1, 2, 4], list.ListedIds.Select(id => id.Value).Order());
        Assert.Equal("\"1\"", list.Pages[0].ETag);
    }

    [Fact]
    public async Task A_not_modified_page_without_a_time_fits_any_generation()
    {
        _esi.Page(1, Unmodified(1, of: 2)).Page(2, APageOf(2, 2, 4).Shifted(TimeSpan.FromMinutes(30)));

        Assert.Equal(Noon.AddMinutes(30), (await _esi.ReadWholeAsync()).Generation);
    }

    [Fact]
    public async Task A_not_modified_page_of_an_older_generation_is_read_again_without_its_tag()
    {
        _esi.Page(1, APageOf(1, 2, 1, 2)).Page(2, new ListPage.NotModified(2, 2, Noon.AddMinutes(-30), Pages.Now), APageOf(2, 2, 4));

        var list = await _esi.ReadWholeAsync();

        Assert.Contains(new ContractId(4), list.ListedIds);
        Assert.Equal(["\"2\"", null], _esi.Calls.Where(call => call.Page == 2).Select(call => call.ETag));
    }

    [Fact]
    public async Task A_list_that_lost_its_last_page_is_changed_even_if_its_other_pages_are_not()
    {
        _esi.Page(1, Unmodified(1, of: 1, Noon));

        var list = await _esi.ReadWholeAsync();

        Assert.Equal([1, 2], list.ListedIds.Select(id => id.Value).Order());
        Assert.Single(list.Pages);
    }

    [Fact]
    public async Task A_list_that_lost_its_last_page_without_a_time_is_of_the_generation_stored()
    {
        _esi.Page(1, Unmodified(1, of: 1));

        Assert.Equal(Noon.AddMinutes(-30), (await _esi.ReadWholeAsync()).Generation);
    }
}
