using HangarBay.Application.Contracts.BrowsingContracts;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Ranges of volume (B15). Both bounds are included, and a contract without a volume is in no range (B5).</summary>
public sealed class VolumeFilterTests : BrowsingTest
{
    public VolumeFilterTests() => Given(
        Taking(1, 0), Taking(2, 0.01), Taking(3, 12_000), Taking(4, 12_000.5), Taking(5, null), Taking(6, 1e12));

    [Theory]
    [InlineData(12_000.0, 12_000.0, 3)]
    [InlineData(null, 12_000.0, 1, 2, 3)]
    [InlineData(12_000.1, null, 4, 6)]
    [InlineData(0.0, null, 1, 2, 3, 4, 6)]
    [InlineData(0.001, 0.01, 2)]
    [InlineData(0.02, 11_999.0)]
    public async Task A_volume_is_within_both_bounds(double? min, double? max, params int[] found) =>
        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { MinVolume = (decimal?)min, MaxVolume = (decimal?)max }));

    [Fact]
    public async Task The_highest_bound_there_can_be_is_a_bound_like_any_other() =>
        Assert.Equal([1, 2, 3, 4, 6], await FoundAsync(new BrowseContracts { MaxVolume = decimal.MaxValue }));

    private static Domain.Tests.Given.ContractBuilder Taking(long id, double? volume) => ACourier(id).With(row => row with { Volume = volume });
}
