using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Matching;

/// <summary>Some rows of one state.</summary>
public sealed class RowSetTests
{
    [Fact]
    public void A_row_is_live_if_it_has_not_expired_at_the_instant()
    {
        var market = Memories.AStateOf(Numbered(1).Expiring(Noon.AddSeconds(1)).Listed(), Numbered(2).Expiring(Noon).Listed(), Numbered(3).Expiring(Noon.AddDays(1)).Listed());

        using var rows = RowSet.Live(market, Noon, CancellationToken.None);

        Assert.Equal([1, 3], rows.Ids());
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Rows_come_by_id_in_any_order_of_insertion()
    {
        var ids = Enumerable.Range(0, 1_500).Select(place => 1L + (place * 7 % 1_500)).ToList();

        using var rows = Memories.AStateOf(ids.Select(id => ACourier(id).Listed())).AllRows();

        Assert.Equal(ids.Order(), rows.Ids());
    }

    [Fact]
    public void A_copy_is_filtered_by_itself()
    {
        using var rows = Memories.AStateOf(Numbered(1).Priced(1).Listed(), ACourier(2).Listed()).AllRows();
        using var copy = rows.Copy();

        copy.Keep(new RangeFilter(block => block.Price, 0, long.MaxValue));

        Assert.Equal([1], copy.Ids());
        Assert.Equal([1, 2], rows.Ids());
    }

    [Fact]
    public void Rows_are_counted_by_segment()
    {
        using var rows = Memories.AStateOf(
            Numbered(1).Offering(Known.Rokh).Build(), Numbered(2).Offering(Known.Rifter).Build(), Numbered(3).Listed(), ACourier(4).Listed()).AllRows();

        var counts = rows.CountBySegment();

        Assert.Equal(2, counts[SegmentCode.Of(new(ContractType.ItemExchange, IsShipContract: true, LinesState.Read))]);
        Assert.Equal(1, counts[SegmentCode.Of(new(ContractType.ItemExchange, IsShipContract: false, LinesState.Pending))]);
        Assert.Equal(1, counts[SegmentCode.Of(new(ContractType.Courier, IsShipContract: false, LinesState.None))]);
        Assert.Equal(4, counts.Sum());
    }

    [Fact]
    public void Later_rows_are_not_in_the_segments_of_an_earlier_state()
    {
        var memory = new MarketMemory();
        memory.Take(ACourier(1).Listed());
        using var before = memory.Publish().AllRows();
        memory.Take(ACourier(2).Listed(), Numbered(3).Listed());
        using var after = memory.Publish().AllRows();

        Assert.Equal((1, 3), (before.CountBySegment().Sum(), after.CountBySegment().Sum()));
        Assert.Equal([1], before.Keep(new SegmentFilter(_ => true)).Ids());
        Assert.Equal([1, 2], after.Keep(new SegmentFilter(segment => segment.Type == ContractType.Courier)).Ids());
    }

    [Fact]
    public void A_cancelled_request_stops_filtering()
    {
        using var given = new CancellationTokenSource();
        using var rows = RowSet.Live(Memories.AStateOf(ACourier(1).Listed()), Noon, given.Token);

        given.Cancel();

        Assert.Throws<OperationCanceledException>(() => rows.Keep(new RangeFilter(block => block.DateExpired, 0, long.MaxValue)));
    }

    [Fact]
    public void A_market_without_contracts_has_no_rows()
    {
        using var rows = Memories.AStateOf().AllRows();

        Assert.Empty(rows.Ids());
        Assert.Equal(0, rows.Count);
    }
}
