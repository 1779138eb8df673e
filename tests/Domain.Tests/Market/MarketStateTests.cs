using HangarBay.Domain.Market;

namespace HangarBay.Domain.Tests.Market;

public sealed class MarketStateTests
{
    [Fact]
    public void Its_own_source_is_accepted() => new MarketState("live").Accept("live");

    [Theory]
    [InlineData("live", "sandbox seed 7")]
    [InlineData("sandbox seed 7", "live")]
    [InlineData("sandbox seed 7", "sandbox seed 8")]
    [InlineData("live", "Live")]
    public void Another_source_is_refused_in_a_sentence_that_names_both(string source, string other)
    {
        var refusal = Assert.Throws<SourceRefusedException>(() => new MarketState(source).Accept(other));

        Assert.Contains($"\"{source}\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{other}\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_market_has_version_zero_and_no_time_of_change()
    {
        var market = new MarketState("live");

        Assert.Equal(0, market.Version);
        Assert.Null(market.ChangedAt);
    }
}
