namespace HangarBay.EsiSandbox.Engine;

/// <summary>The sandbox cannot start with these options. The message is one sentence for the person who gave them.</summary>
public sealed class SandboxSetupException : Exception
{
    public SandboxSetupException() { }

    public SandboxSetupException(string message) : base(message) { }

    public SandboxSetupException(string message, Exception innerException) : base(message, innerException) { }
}
