using HangarBay.Application.InMemory.Following;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>The stamp that identifies answers, and versions of the market.</summary>
public sealed class MarketStampTests
{
    private static readonly MarketStamp Stamp = new(7, -1, 3, Noon, TimeSpan.FromSeconds(60));
    private static readonly MarketVersion Version = new(7, 1, 3, Noon, IsSettled: true);

    public static TheoryData<MarketStamp> Others =>
    [
        Stamp with { Contracts = 8 }, Stamp with { Mark = 2 }, Stamp with { Mark = null }, Stamp with { Coverage = 4 }, Stamp with { Instant = Noon.AddMilliseconds(1) },
    ];

    public static TheoryData<MarketVersion> OtherVersions => [Version with { Contracts = 8 }, Version with { Mark = 2 }, Version with { Mark = null }, Version with { Coverage = 4 }];

    [Theory]
    [MemberData(nameof(Others))]
    public void Different_stamps_have_different_texts(MarketStamp other)
    {
        Assert.False(Stamp.IsSameAs(other));
        Assert.NotEqual(Stamp.Text, other.Text);
    }

    [Fact]
    public void The_remaining_life_is_no_part_of_a_stamp()
    {
        Assert.True(Stamp.IsSameAs(Stamp with { Lasts = TimeSpan.Zero }));
        Assert.Equal(Stamp.Text, (Stamp with { Lasts = TimeSpan.Zero }).Text);
        Assert.Matches("^[0-9a-f.]+$", Stamp.Text);
    }

    [Theory]
    [MemberData(nameof(OtherVersions))]
    public void Different_versions_are_different_markets(MarketVersion other) => Assert.False(Version.IsSameMarketAs(other));

    [Fact]
    public void A_version_is_the_same_market_settled_or_not() => Assert.True(Version.IsSameMarketAs(Version with { IsSettled = false }));
}
