using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>The market in memory, half a minute past noon, and the database behind it, which has one contract.</summary>
public abstract class LiveMarketsTest : IDisposable
{
    private readonly ServiceProvider _services;

    private protected LiveMarketsTest()
    {
        Versions.ReadAsync(Arg.Any<CancellationToken>()).Returns(_ => Database.Version);
        _services = new ServiceCollection().AddScoped(_ => Database.Loading).AddScoped(_ => Substitute.For<IReadingLimit>()).BuildServiceProvider();
        Markets = new LiveMarkets(Versions, _services.GetRequiredService<IServiceScopeFactory>(), Faults, Time);
        Database.Commit(World.ACourier(1).Listed());
    }

    private protected Database Database { get; } = new();

    private protected IMarketVersions Versions { get; } = Substitute.For<IMarketVersions>();

    private protected IDatabaseFaults Faults { get; } = Substitute.For<IDatabaseFaults>();

    private protected FakeTimeProvider Time { get; } = new(Noon.AddSeconds(30));

    private protected LiveMarkets Markets { get; }

    public void Dispose()
    {
        Markets.Dispose();
        _services.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads with a time-out, because a failing test would otherwise wait for ever.</summary>
    private protected Task<PinnedMarket> ReadAsync() => Markets.ReadAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
