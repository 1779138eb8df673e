using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Which contracts are read, and the counts of it (M5). <see cref="LinesReadingTests"/> tests how they are read.</summary>
public sealed class ReadLinesTests : IDisposable
{
    private static readonly RegionId Unswept = new(10_000_043);

    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly Stored<Contract> _contracts = new Stored<Contract>().Telling<ContractId>();
    private readonly Stored<RegionCoverage> _coverages = [ARegionSweptAt(Noon)];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<LinesResult>();
    private readonly SkippingTime _time = new(Noon);
    private readonly ServiceProvider _services;

    public ReadLinesTests()
    {
        _coverages.Telling<RegionId>();
        _services = new ServiceCollection()
            .AddMetrics()
            .AddScoped(_ => _contracts.Reading)
            .AddScoped(_ => _coverages.Reading)
            .AddScoped(_ => new LinesStore(
                _market.Writer, new Quarantine(new Stored<QuarantineEntry>().Changing, _time), _time, NullLogger<LinesStore>.Instance))
            .BuildServiceProvider();
        _esi.GetLinesAsync(Arg.Any<ContractId>(), Arg.Any<CancellationToken>()).Returns(call => LinesOf(call.Arg<ContractId>()));
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task While_sweeps_go_on_only_contracts_of_swept_regions_are_read()
    {
        var (swept, unswept) = (Waiting(1, TheForge), Waiting(2, Unswept));
        var sweeps = new TaskCompletionSource();
        var read = new ConcurrentDictionary<ContractId, bool>();
        _esi.GetLinesAsync(Arg.Any<ContractId>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            read[call.Arg<ContractId>()] = sweeps.Task.IsCompleted;
            return LinesOf(call.Arg<ContractId>());
        });

        await ReadAsync(new ReadLines
        {
            Until = sweeps.Task,
            StoredAsync = (_, _) =>
            {
                sweeps.TrySetResult();
                return Task.CompletedTask;
            },
        });

        Assert.Equal((false, true), (read[swept.Id], read[unswept.Id]));
    }

    [Fact]
    public async Task Without_sweeps_contracts_of_every_region_are_read()
    {
        var (swept, unswept) = (Waiting(1, TheForge), Waiting(2, Unswept));

        Assert.Equal(2, (await ReadAsync(new ReadLines())).Read);
        Assert.All([swept, unswept], contract => Assert.Equal(LinesState.Read, contract.LinesState));
    }

    [Fact]
    public async Task Contracts_that_are_past_their_date_or_wait_for_their_next_attempt_are_not_asked_for()
    {
        Waiting(1, TheForge, expiring: Noon);
        Waiting(2, TheForge).MissLines(Noon.AddMinutes(5), accepted: false);

        Assert.Equal(LinesResult.None, await ReadAsync(new ReadLines()));
        Assert.Empty(_esi.ReceivedCalls());
    }

    [Fact]
    public async Task Stored_answers_are_counted_by_outcome()
    {
        using var counted = new MeterListener();
        var lines = new ConcurrentDictionary<string, long>();
        counted.InstrumentPublished = (instrument, listener) =>
        {
            var isOurs = instrument.Name == "hangarbay.sync.items" && instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>();
            if (isOurs) listener.EnableMeasurementEvents(instrument);
        };
        counted.SetMeasurementEventCallback<long>((_, count, tags, _) => lines.AddOrUpdate((string)tags[0].Value!, count, (_, before) => before + count));
        counted.Start();
        Waiting(1, TheForge);
        var missed = Waiting(2, TheForge);
        _esi.GetLinesAsync(missed.Id, Arg.Any<CancellationToken>()).Returns(new LinesAnswer.Gone(Accepted: false));

        await ReadAsync(new ReadLines());

        Assert.Equal((1, 1, 0), (lines["read"], lines["missed"], lines["set_aside"]));
    }

    private Contract Waiting(long id, RegionId region, DateTimeOffset? expiring = null)
    {
        var contract = Contract.FromListing(AListedContract() with { Id = new ContractId(id), DateExpired = expiring ?? Noon.AddDays(6) }, region);
        _contracts.Add(contract);
        _market.Pending.Add(contract);
        return contract;
    }

    private static LinesAnswer.Complete LinesOf(ContractId contract) => new([new ContractLine(contract, 1, Known.Rokh, 1, isIncluded: true)]);

    private Task<LinesResult> ReadAsync(ReadLines request)
    {
        var metrics = new SyncMetrics(_services.GetRequiredService<IMeterFactory>());
        var handler = new ReadLinesHandler(
            _esi, _services.GetRequiredService<IServiceScopeFactory>(), metrics, Options.Create(new SyncOptions()), _time,
            NullLogger<ReadLinesHandler>.Instance);
        return handler.Handle(request, default);
    }
}
