using HangarBay.Application.InMemory.Following;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>The market that one request sees: its state, its instant and its life.</summary>
public sealed class PinnedMarketTests : LiveMarketsTest
{
    [Fact]
    public async Task The_same_market_gets_a_new_view_at_every_whole_minute()
    {
        var first = await ReadAsync();
        Time.Advance(TimeSpan.FromSeconds(29));
        var second = await ReadAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        var third = await ReadAsync();

        Assert.Same(first.View, second.View);
        Assert.NotSame(second.View, third.View);
        Assert.Same(second.View.Market, third.View.Market);
        Assert.Equal((Noon, Noon.AddMinutes(1)), (second.Stamp.Instant, third.Stamp.Instant));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(30, 30)]
    [InlineData(59, 1)]
    public async Task An_answer_lasts_until_the_next_whole_minute(int seconds, int lasts)
    {
        Time.SetUtcNow(Noon.AddMinutes(5).AddSeconds(seconds));

        Assert.Equal(TimeSpan.FromSeconds(lasts), (await ReadAsync()).Stamp.Lasts);
    }

    [Fact]
    public async Task A_stamp_is_of_the_market_that_answers()
    {
        Database.Coverages.Add(ARegionSweptAt(Noon));

        Assert.Equal(new MarketStamp(1, 1_001, 2, Noon, TimeSpan.FromSeconds(30)), (await ReadAsync()).Stamp);
    }

    [Fact]
    public async Task A_request_goes_on_with_the_market_that_it_took_first()
    {
        var pin = new MarketPin(Markets);
        var first = await pin.TakeAsync(default);
        Database.Commit(ACourier(2).Listed());

        Assert.Same(first, await pin.TakeAsync(default));
        Assert.Equal(2, (await new MarketPin(Markets).TakeAsync(default)).View.Market.Count);
    }

    [Fact]
    public async Task A_request_goes_on_with_the_market_that_another_scope_has_taken()
    {
        var (taken, pin) = (await ReadAsync(), new MarketPin(Markets));
        Database.Commit(ACourier(2).Listed());

        pin.Take(taken);

        Assert.Same(taken, await pin.TakeAsync(default));
    }
}
