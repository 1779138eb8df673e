namespace HangarBay.Domain;

/// <summary>
/// A command cannot be carried out as things stand now, though nothing is wrong with its input. The message is a plain sentence,
/// fit to be shown to the caller.
/// </summary>
public sealed class ConflictException(string message) : Exception(message);
