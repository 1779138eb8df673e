namespace HangarBay.Application.Sync;

/// <summary>The lock was lost during a round, and the round stopped. What was committed before stays.</summary>
public sealed class SweeperLostException()
    : Exception("The database's lock for sweeping was lost, so the round stopped. What was stored stays stored; what was read but not stored is read again.");
