using System.Net.Sockets;
using System.Text;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Pages.Given;

/// <summary>Sends a raw request line, because HTTP libraries normalise addresses before they send them.</summary>
internal static class RawRequest
{
    /// <summary>Returns the whole answer as text.</summary>
    public static async Task<string> SendAsync(ApiFactory api, string target)
    {
        var server = api.ClientOptions.BaseAddress;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
