namespace HangarBay.Application.Sync;

/// <summary>The lock was lost during a round, and the round was broken off. What had been committed by then stays.</summary>
public sealed class SweeperLostException()
    : Exception("The database's lock for sweeping was lost, so the round was broken off; what was read by then is stored.");
