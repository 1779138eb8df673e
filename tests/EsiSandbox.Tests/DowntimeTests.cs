using System.Net.Sockets;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace HangarBay.EsiSandbox.Tests;

public sealed class DowntimeTests : SandboxTest
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_it_is_down_connections_are_refused_and_open_ones_are_cut()
    {
        using var kept = new TcpClient();
        await kept.ConnectAsync(Server.BaseAddress.Host, Server.BaseAddress.Port);
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);

        await Server.DownAsync(Minute);

        Assert.True(Server.IsDown);
        Assert.Equal(SocketError.ConnectionRefused, await ConnectAsync());
        await RefusedAsync();
        Assert.Equal(0, await ReadAsync(kept));
    }

    [Fact]
    public async Task It_comes_back_at_the_same_address_at_its_time()
    {
        await Server.DownAsync(Minute);
        Time.Advance(Minute - TimeSpan.FromSeconds(1));
        await RefusedAsync();

        Time.Advance(TimeSpan.FromSeconds(1));
        await Server.UpAsync();

        Assert.False(Server.IsDown);
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task After_downtime_it_answers_503_for_a_time_except_to_its_controls()
    {
        await Server.DownAsync(Minute, errors: Minute);
        Time.Advance(Minute);
        await Server.UpAsync();

        foreach (var path in new[] { "/universe/regions", $"/contracts/public/{TheForge}", "/nowhere" })
            Assert.Equal(503, (await Esi.GetAsync(path)).Status);
        Assert.Equal(200, (await Esi.GetAsync("/sandbox")).Status);

        Time.Advance(Minute);
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task Downtime_requested_over_HTTP_is_acknowledged_first()
    {
        var reply = await Esi.PostAsync("/sandbox/faults?kind=downtime&seconds=60&errors=30");

        Assert.Equal((200, "close"), (reply.Status, reply["Connection"]));
        Assert.True(Server.IsDown);
        await RefusedAsync();
        Time.Advance(Minute);
        await Server.UpAsync();
        Assert.Equal(503, (await Esi.GetAsync("/universe/regions")).Status);
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task It_can_go_down_again_and_again()
    {
        for (var time = 0; time < 3; time++)
        {
            Server.Faults.Add(new DowntimeFault(Minute, TimeSpan.Zero));
            await RefusedAsync();
            Time.Advance(Minute);
            await Server.UpAsync();
            Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
        }
    }

    [Fact]
    public async Task A_longer_downtime_replaces_the_present_one()
    {
        await Server.DownAsync(Minute);
        await Server.DownAsync(2 * Minute);
        Time.Advance(Minute);
        await RefusedAsync();

        Time.Advance(Minute);
        await Server.UpAsync();
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task A_reset_ends_the_downtime()
    {
        await Server.DownAsync(Minute, errors: Minute);
        Server.Reset();
        await Server.UpAsync();

        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task It_can_be_stopped_while_it_is_down()
    {
        await Server.DownAsync(Minute);
        await Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(SocketError.ConnectionRefused, await ConnectAsync());
    }

    [Fact]
    public async Task A_sandbox_within_another_application_refuses_downtime()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddEsiSandbox(new() { Shape = MarketShape.NewEden });
        await using var app = builder.Build();
        app.MapEsiSandbox();
        await app.StartAsync();
        using var esi = new Caller(new Uri(app.Urls.First()));

        Assert.Equal(400, (await esi.PostAsync("/sandbox/faults?kind=downtime")).Status);
        Assert.Equal(200, (await esi.GetAsync("/universe/regions")).Status);
    }

    private async Task RefusedAsync()
    {
        using var fresh = new Caller(Server.BaseAddress);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => fresh.GetAsync("/universe/regions"));
        Assert.Equal(HttpRequestError.ConnectionError, exception.HttpRequestError);
        await Assert.ThrowsAsync<HttpRequestException>(() => Esi.GetAsync("/universe/regions"));
    }

    private async Task<SocketError> ConnectAsync()
    {
        using var socket = new TcpClient();
        return (await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(Server.BaseAddress.Host, Server.BaseAddress.Port))).SocketErrorCode;
    }

    /// <summary>The connection is cut off: by the end of the stream or by a reset.</summary>
    private static async Task<int> ReadAsync(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
