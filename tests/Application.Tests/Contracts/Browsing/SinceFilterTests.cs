using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Contracts;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Contracts that were first seen after an instant (B14).</summary>
public sealed class SinceFilterTests : BrowsingTest
{
    public SinceFilterTests() => Given(Seen(1, Noon.AddMinutes(-2)), Seen(2, Noon.AddMinutes(-1)), Seen(3, Noon.AddMinutes(-1).AddMilliseconds(1)), Seen(4, Noon));

    [Theory]
    [InlineData(-180_000, 1, 2, 3, 4)]
    [InlineData(-120_000, 2, 3, 4)]
    [InlineData(-60_001, 2, 3, 4)]
    [InlineData(-60_000, 3, 4)]
    [InlineData(-59_999, 4)]
    [InlineData(0)]
    [InlineData(86_400_000)]
    public async Task What_was_seen_at_the_instant_does_not_count_and_the_future_has_nothing(int milliseconds, params int[] found) =>
        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { Since = Noon.AddMilliseconds(milliseconds) }));

    [Fact]
    public async Task An_instant_within_a_millisecond_is_that_millisecond() =>
        Assert.Equal([3, 4], await FoundAsync(new BrowseContracts { Since = Noon.AddMinutes(-1).AddTicks(9_999) }));

    [Fact]
    public async Task What_ESI_dates_ahead_is_not_found_before_its_time()
    {
        Given(Seen(5, Noon.AddHours(1)));

        Assert.Equal([4], await FoundAsync(new BrowseContracts { Since = Noon.AddMilliseconds(-1) }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Since = Noon.AddMinutes(30) }));

        Market.Now = Noon.AddHours(1);
        Assert.Equal([5], await FoundAsync(new BrowseContracts { Since = Noon.AddMinutes(30) }));
    }

    [Fact]
    public async Task Every_instant_that_can_be_written_is_an_instant_like_any_other()
    {
        Assert.Equal([1, 2, 3, 4], await FoundAsync(new BrowseContracts { Since = DateTimeOffset.MinValue }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Since = DateTimeOffset.MaxValue }));
    }

    [Fact]
    public async Task A_row_tells_when_it_was_first_seen() => Assert.Equal(
        [Noon.AddMinutes(-2), Noon.AddMinutes(-1), Noon.AddMinutes(-1).AddMilliseconds(1), Noon],
        (await BrowseAsync(new BrowseContracts())).Items.OrderBy(row => row.ContractId).Select(row => row.FirstSeenAt));

    private static Contract Seen(long id, DateTimeOffset at) => Contract.FromListing(ACourier(id).Row, TheForge, at);
}
