using System.Net;
using System.Net.Sockets;
using System.Text;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Exports;

/// <summary>A client may have one export at a time, and must read it fast enough.</summary>
public sealed class ExportPaceTests
{
    private const string Export = "/api/v1/contracts/export";
    private const string Greedy = "203.0.113.7";
    private const string Modest = "192.0.2.1";

    [Fact]
    public async Task A_client_that_reads_an_export_too_slowly_is_disconnected()
    {
        // Kestrel's own limit, 240 bytes a second, is far below the pace of this client.
        await using var api = await StartAsync(("Api:ExportPace", "1000000"), ("Api:ExportGrace", "00:00:02"));
        using var slow = await BeginAsync(api, Greedy);
        var (read, buffer, isCut) = (new StringBuilder(), new byte[512], false);

        for (var i = 0; i < 200 && !isCut; i++)
        {
            await Task.Delay(100);
            isCut = await ReadAsync(slow, buffer, read) == 0;
        }

        Assert.True(isCut, "The slow client was not disconnected.");
        // The body has chunks but not the last one.
        Assert.StartsWith("HTTP/1.1 200", read.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n\r\n", read.ToString(), StringComparison.Ordinal);
        await Eventually.IsAsync(async () => (await AskAsync(api, Greedy)).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_has_one_export_at_a_time_and_another_client_is_served()
    {
        await using var api = await StartAsync(("Api:ConcurrentExports", "3"), ("Api:ExportGrace", "00:10:00"));
        using (await BeginAsync(api, Greedy))
        {
            var second = (await AskAsync(api, Greedy)).ExpectProblem(HttpStatusCode.ServiceUnavailable);
            var another = (await AskAsync(api, Modest)).Expect(HttpStatusCode.OK);

            Assert.Equal("30", second.Header("Retry-After"));
            Assert.True(another.Body.Length > 100_000);
        }

        await Eventually.IsAsync(async () => (await AskAsync(api, Greedy)).Status == HttpStatusCode.OK);
    }

    private static async Task<ApiFactory> StartAsync(params (string Key, string Value)[] settings)
    {
        var api = await ApiFactory.StartAsync(
            settings: settings.Append(("Api:TrustedProxies", "127.0.0.1")).ToDictionary(),
            services: services => services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = NarrowSocket));
        // More data than fits into all buffers between server and client.
        await api.GivenContracts([.. Enumerable.Range(0, 2000).Select(_ => ContractBuilder.AContract().Offering(Universe.Rokh))]);
        return api;
    }

    /// <summary>Makes the send buffer small, because on loopback the kernel would accept megabytes that the client does not read.</summary>
    private static Socket NarrowSocket(EndPoint address)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        socket.SendBufferSize = 4096;
        return socket;
    }

    /// <summary>Asks for an export and reads only its start.</summary>
    private static async Task<Socket> BeginAsync(ApiFactory api, string client)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, api.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {Export} HTTP/1.1\r\nHost: {api.Address.Authority}\r\nX-Forwarded-For: {client}\r\n\r\n"));
        var peek = new byte[12];
        await socket.ReceiveAsync(peek, SocketFlags.Peek);
        Assert.Equal("HTTP/1.1 200", Encoding.ASCII.GetString(peek));
        return socket;
    }

    /// <summary>Reads some bytes; 0 where the connection has ended in any way.</summary>
    private static async Task<int> ReadAsync(Socket socket, byte[] buffer, StringBuilder into)
    {
        try
        {
            var length = await socket.ReceiveAsync(buffer);
            into.Append(Encoding.UTF8.GetString(buffer, 0, length));
            return length;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static Task<Answer> AskAsync(ApiFactory api, string client) => api.SendAsync(HttpMethod.Get, Export, ("X-Forwarded-For", client));
}
