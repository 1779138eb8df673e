using HangarBay.Application.Market;
using HangarBay.Bench.Reading;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Bench.Following;

/// <summary>Changes contracts of a market that is read, through the application's own writer.</summary>
/// <param name="market">What it was filled with.</param>
/// <param name="services">The application on its database.</param>
internal sealed class Changing(ReadMarket market, IServiceProvider services)
{
    private readonly MarketShape _shape = new(market.LinesEach);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private int _changes;

    /// <summary>One change of so many contracts, spread over all of them.</summary>
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
                await market.ListAsync(InProcess.Region, rows, token);
                return true;
            },
            CancellationToken.None);
    }
}
