namespace HangarBay.Application.Reference;

/// <summary>How much of a file was read, in bytes; <paramref name="Part"/> names in a word or two what is read there.</summary>
public readonly record struct ImportProgress(string Part, long Done, long Total);
