namespace HangarBay.Application.Sync.Ports;

/// <summary>ESI did not give a usable answer, retries included. The message is a plain sentence without user text.</summary>
public sealed class EsiUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
