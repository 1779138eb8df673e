namespace HangarBay.Domain;

/// <summary>
/// The input of a command is valid, but the present state does not allow the command. The message is a plain sentence that may be shown to
/// the caller.
/// </summary>
public sealed class ConflictException(string message) : Exception(message);
