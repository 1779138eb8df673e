namespace HangarBay.Application.Market;

/// <summary>The market was settled, or began, between a writer's wait and its hold: the writer must mark, wait and write again.</summary>
public sealed class SettledMeanwhileException() : Exception("Another process settled the market.");
