namespace HangarBay.WebApi.Hosting;

/// <summary>What a host is made for.</summary>
internal enum HostRole
{
    /// <summary>Serves requests and runs the workers.</summary>
    Server,

    /// <summary>Gives its services to one command: nothing is started, and standard output belongs to the command.</summary>
    Command,

    /// <summary>As <see cref="Command"/>, for a command that reads from ESI or from the sandbox in its place.</summary>
    SyncCommand,
}
