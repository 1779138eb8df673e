namespace HangarBay.Domain;

/// <summary>A rule of the domain was broken. The message is a plain sentence, fit to be shown to the caller.</summary>
public sealed class DomainException(string message) : Exception(message);
