namespace HangarBay.Application.Market;

internal static class Naming
{
    /// <summary>Stores reference data in a change of its own. Without rows nothing is changed. Returns how many rows were written.</summary>
    public static async Task<int> NameAsync<T>(this IMarketWriter market, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class =>
        rows.Count == 0 ? 0 : await market.ChangeAsync((change, token) => change.NameAsync(rows, token), cancellationToken);
}
