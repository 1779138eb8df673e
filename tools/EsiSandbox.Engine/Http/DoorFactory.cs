using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Puts a <see cref="Door"/> before Kestrel's own sockets.</summary>
internal sealed class DoorFactory(SocketTransportFactory sockets, Sandbox sandbox) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var door = new Door(sockets, await sockets.BindAsync(endpoint, cancellationToken));
        sandbox.Downtime.Attach(door);
        return door;
    }
}
