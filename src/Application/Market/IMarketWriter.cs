namespace HangarBay.Application.Market;

/// <summary>
/// The one way to change what readers see: contracts with their lines and bids, everything derived from them, the names that
/// answers use, and a region's coverage. One writer at a time changes the market, over all processes of a database.
/// </summary>
public interface IMarketWriter
{
    /// <summary>
    /// Runs <paramref name="change"/> in one transaction. At the end it saves the change and all changes of the scope's repositories. The
    /// change may run again from its start, so it loads what it changes itself, calls no server and reads no file.
    /// </summary>
    /// <exception cref="Abstractions.ConcurrentChangeException">Another writer than the market's changed the same row, at every try.</exception>
    /// <exception cref="Abstractions.AlreadyExistsException">A row with the same key is there already, at every try.</exception>
    Task<T> ChangeAsync<T>(Func<IMarketChange, CancellationToken, Task<T>> change, CancellationToken cancellationToken);
}
