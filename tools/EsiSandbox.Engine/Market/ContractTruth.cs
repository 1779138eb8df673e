namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One contract on the current generation of its region's list, with what there is to know of it.</summary>
/// <param name="Terms">As it really is; its dates are finer than the list's.</param>
/// <param name="AsOf">The list's own time.</param>
/// <param name="Issued">As the list says.</param>
/// <param name="Expires">As the list says: of an auction so many days, or two hours, after the list's own time.</param>
/// <param name="IsOpen">Whether it can still be accepted; else its items and bids answer 204.</param>
/// <param name="Lines">Of a courier none.</param>
/// <param name="Bids">Those that have come by now, oldest first; of anything but an auction none.</param>
public sealed record ContractTruth(
    ContractTerms Terms, DateTimeOffset AsOf, DateTimeOffset Issued, DateTimeOffset Expires, bool IsOpen, IReadOnlyList<Line> Lines, IReadOnlyList<Bid> Bids);
