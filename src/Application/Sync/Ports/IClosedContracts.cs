namespace HangarBay.Application.Sync.Ports;

/// <summary>Removes closed contracts in bulk, which needs none of them loaded.</summary>
public interface IClosedContracts
{
    Task<bool> AnyAsync(DateTimeOffset closedBefore, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> contracts closed before the instant, with their lines and bids; returns how many.</summary>
    Task<int> RemoveAsync(DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken);
}
