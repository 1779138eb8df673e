using HangarBay.Application.Contracts.Market;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Encodes a <see cref="Segment"/> as a small number, which rows are counted by. Whether a ship contract offers blueprints too is not kept,
/// because no question asks that.
/// </summary>
internal static class SegmentCode
{
    /// <summary>Every code is below this number.</summary>
    public const int Count = 64;

    // Three bits tell the state of the lines and, where they are read, what they are. Codes below 4 are those of the state itself.
    private const int Blueprints = 5;
    private const int Ships = 6;
    private const int Wanted = 7;

    public static byte Of(Segment segment) => (byte)(((int)segment.Type << 3) | segment switch
    {
        { IsShipContract: true } => Ships,
        { IsWantToBuy: true } => Wanted,
        { OffersBlueprints: true } => Blueprints,
        _ => (int)segment.LinesState,
    });

    public static Segment Read(int code) => (code & 7) switch
    {
        Blueprints => new(TypeOf(code), false, LinesState.Read, OffersBlueprints: true),
        Ships => new(TypeOf(code), true, LinesState.Read),
        Wanted => new(TypeOf(code), false, LinesState.Read, IsWantToBuy: true),
        var state => new(TypeOf(code), false, (LinesState)(state & 3)),
    };

    /// <summary>The result of <paramref name="of"/> for each segment, by code.</summary>
    public static bool[] Map(Func<Segment, bool> of)
    {
        var said = new bool[Count];
        for (var code = 0; code < Count; code++) said[code] = of(Read(code));
        return said;
    }

    private static ContractType TypeOf(int code) => (ContractType)(code >> 3);
}
