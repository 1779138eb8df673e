using HangarBay.Application.Contracts.GetMarketStamp;

namespace HangarBay.Application.Contracts.Market;

/// <summary>One stamp a request, however many parts of it ask.</summary>
internal sealed class StampReader(MarketStamps stamps)
{
    private MarketStamp? _stamp;

    public async Task<MarketStamp> ReadAsync(CancellationToken cancellationToken) => _stamp ??= await stamps.ReadAsync(cancellationToken);
}
