namespace HangarBay.Domain;

/// <summary>
/// A value or a step that the domain refuses. Code that hands outside data to the domain catches it and sets the data aside (M9);
/// anywhere else it is a bug. The message is a plain sentence without user text.
/// </summary>
public sealed class DomainException(string message) : Exception(message);
