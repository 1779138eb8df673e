using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;

namespace HangarBay.Application.Sync;

/// <summary>
/// The one way to change what readers see: every commit that moves the market's version, or a region's coverage, is made
/// here, so that none is made while a reader may take the market for settled (decision 15).
/// </summary>
public sealed class MarketGate(BusyPeriods periods, IBusyMark mark, IUnitOfWork unitOfWork)
{
    /// <summary>In a transaction, as <see cref="IUnitOfWork.InTransactionAsync{T}"/> runs it; it may be run again from its start.</summary>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken) => periods.RunAsync(
        period => unitOfWork.InTransactionAsync(
            async token =>
            {
                var result = await write(token);
                // Last: until here nobody had to wait for this transaction.
                if (period is { } mine && !await mark.HoldAsync(mine, token)) throw new SettledMeanwhileException();
                return result;
            },
            cancellationToken),
        cancellationToken);
}
