namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>A control call cannot be done; the message says why.</summary>
internal sealed class ControlException(string message) : Exception(message);
