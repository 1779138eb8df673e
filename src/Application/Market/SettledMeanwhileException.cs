namespace HangarBay.Application.Market;

/// <summary>
/// The market was settled or created between a writer's wait and its lock of the row. The writer must mark the market as busy, wait and
/// write again.
/// </summary>
public sealed class SettledMeanwhileException() : Exception("Another process settled the market.");
