namespace HangarBay.Application.Sync;

/// <summary>The market was settled between a writer's wait and its commit, which is none therefore.</summary>
public sealed class SettledMeanwhileException() : Exception("Another process settled the market.");
