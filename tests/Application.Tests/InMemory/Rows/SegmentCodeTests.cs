using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Segments as small numbers.</summary>
public sealed class SegmentCodeTests
{
    private static readonly List<Segment> All =
    [
        .. from type in Enum.GetValues<ContractType>()
        from isShip in (bool[])[false, true]
        from state in Enum.GetValues<LinesState>()
        select new Segment(type, isShip, state),
    ];

    [Fact]
    public void Every_segment_has_a_code_of_its_own_and_is_read_from_it()
    {
        var codes = All.ConvertAll(segment => SegmentCode.Of(segment.Type, segment.IsShipContract, segment.LinesState));

        Assert.Equal(All.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.InRange(code, 0, SegmentCode.Count - 1));
        Assert.Equal(All, codes.Select(code => SegmentCode.Read(code)));
    }

    [Fact]
    public void A_map_has_the_result_for_each_segment_at_its_code()
    {
        var said = SegmentCode.Map(segment => segment is { Type: ContractType.Auction, IsShipContract: true });

        Assert.All(All, segment => Assert.Equal(
            segment is { Type: ContractType.Auction, IsShipContract: true },
            said[SegmentCode.Of(segment.Type, segment.IsShipContract, segment.LinesState)]));
    }
}
