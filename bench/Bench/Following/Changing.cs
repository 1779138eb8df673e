using HangarBay.Application.Market;
using HangarBay.Bench.Reading;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench.Following;

/// <summary>Changes contracts of the measured market through the application's own writer.</summary>
/// <param name="market">The market with which the database was filled.</param>
/// <param name="services">The application on this database.</param>
internal sealed class Changing(ReadMarket market, IServiceProvider services)
{
    private readonly MarketShape _shape = new(market.LinesEach);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private int _changes;

    /// <summary>Makes one change of this many contracts, spread over the market.</summary>
    public async Task ChangeAsync(int contracts)
    {
        _changes++;
        var rows = Enumerable.Range(0, contracts)
            .Select(index => _shape.Contract(new ContractId(market.FirstId + ((long)index * market.Live / contracts)), _now).Row)
            .Select(row => row with { Volume = row.Volume + _changes })
            .ToList();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMarketWriter>().ChangeAsync(
            async (market, token) =>
            {
                await market.ListAsync(InProcess.Region, rows, seenAt: null, token);
                return true;
            },
            CancellationToken.None);
    }
}
