namespace HangarBay.Application.Reference;

/// <summary>How much of a file was read, in bytes; <paramref name="Part"/> is what it holds there, in a word or two.</summary>
public readonly record struct ImportProgress(string Part, long Done, long Total);
