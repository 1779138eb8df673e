using HangarBay.Application.Contracts.BrowsingContracts;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Contracts that expire within some hours from the market instant (B15).</summary>
public sealed class EndsWithinTests : BrowsingTest
{
    public EndsWithinTests() => Given(
        ACourier(1).Expiring(Noon.AddHours(1)), ACourier(2).Expiring(Noon.AddHours(1).AddMilliseconds(1)), ACourier(3).Expiring(Noon.AddHours(720)),
        ACourier(4).Expiring(Noon.AddHours(721)), ACourier(5).Expiring(Noon));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(719, 1, 2)]
    [InlineData(720, 1, 2, 3)]
    public async Task The_last_instant_counts_and_what_has_expired_does_not(int hours, params int[] found) =>
        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { EndsWithin = hours }));

    [Fact]
    public async Task The_hours_count_from_the_market_instant_and_move_with_it()
    {
        Market.ChangedAt = Noon.AddMilliseconds(1);
        Assert.Equal([1, 2], await FoundAsync(new BrowseContracts { EndsWithin = 1 }));

        Market.Now = Noon.AddHours(1);
        Assert.Equal([2], await FoundAsync(new BrowseContracts { EndsWithin = 1 }));
    }

    [Fact]
    public async Task Counts_by_segment_and_of_facets_know_it()
    {
        var page = await BrowseAsync(new BrowseContracts { EndsWithin = 2, Facets = [FacetFamily.Regions] });

        Assert.Equal(2, page.SegmentCounts.Courier);
        Assert.Equal(2, Assert.Single(page.Facets!.Regions!.Values).Count);
    }
}
