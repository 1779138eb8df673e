using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Tests.Universe;

public sealed class LocationIdTests
{
    [Theory]
    [InlineData(59_999_999, false)]
    [InlineData(60_000_000, true)]
    [InlineData(63_999_999, true)]
    [InlineData(64_000_000, false)]
    [InlineData(1_035_466_617_946, false)]
    public void Only_the_ids_of_stations_are_stations(long id, bool station) => Assert.Equal(station, new LocationId(id).IsStation);
}
