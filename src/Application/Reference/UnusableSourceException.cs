namespace HangarBay.Application.Reference;

/// <summary>A file or address does not hold what it should; the message is one sentence for the person who named it.</summary>
public sealed class UnusableSourceException(string message, Exception? inner = null) : Exception(message, inner);
