namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One contract on the current generation of its region's list, with everything that is known of it.</summary>
/// <param name="Terms">The real terms; their dates are finer than those of the list.</param>
/// <param name="AsOf">The time of the list's generation.</param>
/// <param name="Issued">The date on the list.</param>
/// <param name="Expires">
/// The date on the list; for an auction a number of days, or two hours, after the time of the list's generation.
/// </param>
/// <param name="IsOpen">Whether it can still be accepted; if not, its items and bids answer 204.</param>
/// <param name="Lines">Its item rows; none for a courier.</param>
/// <param name="Bids">The bids until now, oldest first; none for a contract that is not an auction.</param>
public sealed record ContractTruth(
    ContractTerms Terms, DateTimeOffset AsOf, DateTimeOffset Issued, DateTimeOffset Expires, bool IsOpen, IReadOnlyList<Line> Lines, IReadOnlyList<Bid> Bids);
