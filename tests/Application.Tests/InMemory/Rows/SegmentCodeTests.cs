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
        from segment in (Segment[])
        [
            .. Enum.GetValues<LinesState>().Select(state => new Segment(type, false, state)), new(type, true, LinesState.Read),
            new(type, false, LinesState.Read, OffersBlueprints: true), new(type, false, LinesState.Read, IsWantToBuy: true),
        ]
        select segment,
    ];

    [Fact]
    public void Every_segment_has_a_code_of_its_own_and_is_read_from_it()
    {
        var codes = All.ConvertAll(SegmentCode.Of);

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
            said[SegmentCode.Of(segment)]));
    }

    [Fact]
    public void A_ship_contract_is_one_segment_with_blueprints_or_without() => Assert.Equal(
        SegmentCode.Of(new(ContractType.ItemExchange, true, LinesState.Read)),
        SegmentCode.Of(new(ContractType.ItemExchange, true, LinesState.Read, OffersBlueprints: true)));
}
