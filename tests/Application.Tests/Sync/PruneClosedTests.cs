using HangarBay.Application.Sync;
using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Closed contracts are kept for a while and then removed (M8).</summary>
public sealed class PruneClosedTests
{
    private static readonly DateTimeOffset Limit = Noon.AddDays(-30);

    private readonly Stored<Contract> _contracts = new Stored<Contract>().TellingFirst<ContractId?>();
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>();

    public PruneClosedTests() => _market.Change.PruneAsync(Limit, Arg.Any<int>(), Arg.Any<CancellationToken>())
        .Returns(call => Remove(call.Arg<int>()));

    [Fact]
    public async Task Contracts_that_were_closed_longer_ago_than_they_are_kept_are_removed()
    {
        Closed(Limit.AddSeconds(-1));
        Closed(Limit.AddDays(-300));

        Assert.Equal(2, await PruneAsync());
        Assert.Empty(_contracts);
    }

    [Fact]
    public async Task Without_contracts_to_prune_the_market_is_not_changed()
    {
        Closed(Limit);
        _contracts.Add(AContract().Expiring(Limit.AddDays(-1)).With(row => row with { DateIssued = Limit.AddDays(-9) }).Listed());

        Assert.Equal(0, await PruneAsync());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Fact]
    public async Task Contracts_are_removed_in_small_batches_until_none_is_left()
    {
        for (var contract = 0; contract < 1001; contract++) Closed(Limit.AddDays(-1));

        Assert.Equal(1001, await PruneAsync());
        await _market.Change.Received(3).PruneAsync(Limit, 500, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Pruning_ends_where_the_remaining_contracts_must_stay()
    {
        Closed(Limit.AddDays(-1));
        _market.Change.PruneAsync(Limit, Arg.Any<int>(), Arg.Any<CancellationToken>()).Returns(0);

        Assert.Equal(0, await PruneAsync());
        await _market.Change.Received(1).PruneAsync(Limit, Arg.Any<int>(), Arg.Any<CancellationToken>());
    }

    private void Closed(DateTimeOffset at)
    {
        _contracts.Add(AContract().Listed());
        _contracts[^1].Close(at);
    }

    private int Remove(int limit)
    {
        var some = Math.Min(limit, _contracts.Count);
        _contracts.RemoveRange(0, some);
        return some;
    }

    private Task<int> PruneAsync()
    {
        var options = Options.Create(new MarketOptions { KeepClosed = TimeSpan.FromDays(30) });
        return new PruneClosedHandler(_contracts.Reading, _market.Writer, options, new FakeTimeProvider(Noon)).Handle(new PruneClosed(), default);
    }
}
