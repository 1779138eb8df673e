using HangarBay.Application.Contracts.GetMarketStamp;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Given;

/// <summary>A market of live contracts as readers find it, half a minute past noon.</summary>
internal sealed class SettledMarket
{
    private readonly IMarketVersions _versions = Substitute.For<IMarketVersions>();

    public SettledMarket() => ChangedAt(Noon.AddHours(-1));

    public FakeTimeProvider Time { get; } = new(Noon.AddSeconds(30));

    public Stored<MarketState> State { get; } = [new MarketState("live")];

    public Stored<RegionCoverage> Coverages { get; } = new Stored<RegionCoverage>().Telling<TriedRegion>();

    public Stored<Region> Regions { get; } = [];

    public MarketReader Reader =>
        new(new StampReader(new MarketStamps(_versions, Time)), new MarketCache(), State.Reading, Coverages.Reading, Regions.Reading);

    public void ChangedAt(DateTimeOffset at) =>
        _versions.ReadAsync(Arg.Any<CancellationToken>()).Returns(new MarketVersion(7, 3, at, IsSettled: true));
}
