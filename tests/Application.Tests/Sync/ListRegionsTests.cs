using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Which regions are covered (M1).</summary>
public sealed class ListRegionsTests
{
    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly IReadRepository<RegionCoverage> _coverages = Substitute.For<IReadRepository<RegionCoverage>>();
    private readonly MarketOptions _options = new();

    public ListRegionsTests() => _esi.GetRegionIdsAsync(Arg.Any<CancellationToken>())
        .Returns([new(11000031), new(10000002), new(12000001), new(14000001), new(10000043), new(11999999), new(12000000)]);

    [Fact]
    public async Task By_default_every_region_of_known_space_and_wormhole_space_is_covered() =>
        Assert.Equal([10000002, 10000043, 11000031, 11999999], await AskAsync(new ListRegions([])));

    [Fact]
    public async Task Configured_regions_are_covered_without_asking_esi()
    {
        _options.Regions = " 10000043, 10000002,10000043 ";

        Assert.Equal([10000002, 10000043], await AskAsync(new ListRegions([])));
        await _esi.DidNotReceive().GetRegionIdsAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Requested_regions_replace_the_configured_ones()
    {
        _options.Regions = "10000043";

        Assert.Equal([10000002, 10000030], await AskAsync(new ListRegions([new(10000030), new(10000002), new(10000030)])));
    }

    [Fact]
    public async Task A_request_for_all_regions_replaces_the_configured_ones()
    {
        _options.Regions = "10000043";

        Assert.Equal(4, (await AskAsync(new ListRegions([], All: true))).Count);
    }

    [Fact]
    public async Task Regions_that_are_not_due_are_left_out_where_only_due_ones_are_requested()
    {
        _coverages.ListAsync(Arg.Any<Specification<RegionCoverage, RegionId>>(), Arg.Any<CancellationToken>()).Returns([TheForge]);

        Assert.Equal([10000043, 11000031, 11999999], await AskAsync(new ListRegions([]) { DueOnly = true }));
    }

    [Theory]
    [InlineData("all", true)]
    [InlineData(" ALL ", true)]
    [InlineData("10000002", true)]
    [InlineData("10000002,,10000043", true)]
    [InlineData("", false)]
    [InlineData("the forge", false)]
    [InlineData("-1", false)]
    [InlineData("0", false)]
    [InlineData("99999999999", false)]
    public void Regions_are_all_or_ids(string regions, bool allowed) =>
        Assert.Equal(allowed, !new MarketOptions { Regions = regions }.Validate(new(new object())).Any());

    private async Task<IReadOnlyList<int>> AskAsync(ListRegions request)
    {
        var handler = new ListRegionsHandler(_esi, _coverages, Options.Create(_options), new FakeTimeProvider(Noon));
        return [.. (await handler.Handle(request, default)).Select(id => id.Value)];
    }
}
