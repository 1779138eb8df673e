namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One bid on an auction.</summary>
/// <param name="Amount">ISK.</param>
public sealed record Bid(long Id, double Amount, DateTimeOffset At);
