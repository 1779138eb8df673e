namespace HangarBay.Application.Reference;

/// <summary>A file or address does not give what it should; the message is one sentence for whoever named it.</summary>
public sealed class UnusableSourceException(string message, Exception? inner = null) : Exception(message, inner);
