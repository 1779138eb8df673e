using HangarBay.EsiSandbox.Engine;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>A sandbox over real HTTP, with a clock that the test sets.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    protected const int TheForge = 10000002;
    protected const int Domain = 10000043;
    protected static readonly DateTimeOffset Start = new(2026, 11, 20, 17, 0, 0, TimeSpan.Zero);

    protected FakeTimeProvider Time { get; } = new(Start);

    protected SandboxServer Server { get; private set; } = null!;

    internal Caller Esi { get; private set; } = null!;

    protected virtual SandboxOptions Options => new() { Shape = MarketShape.NewEden };

    public virtual async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(Options, Time);
        Esi = new Caller(Server.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        Esi?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
