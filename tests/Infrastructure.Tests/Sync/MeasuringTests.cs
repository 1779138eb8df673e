using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Market;
using HangarBay.Application.Pipeline;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>A round of the sync is measured and traced, step by step.</summary>
public abstract class MeasuringTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task A_round_counts_what_changed_what_was_read_and_what_waits()
    {
        using var measured = new Measured(Services.GetRequiredService<IMeterFactory>());

        SyncSummary first;
        await using (var session = (await Services.GetRequiredService<Sweeper>().TryBeginAsync(default))!)
        {
            first = await session.RunAsync(new ListRegions([TheForge]), progress: null, default);
            Assert.Equal(1, measured["lock.held"]);
            Clock.Advance(NextGeneration);
            Esi.Market.Drop(Forge, 10);
            await session.RunAsync(new ListRegions([TheForge]), progress: null, default);
            await session.RunAsync(new ListRegions([TheForge]), progress: null, default);
            Clock.Advance(NextGeneration);
            Esi.Faults.Add(new HtmlFault { Region = Forge });
            await session.RunAsync(new ListRegions([TheForge]), progress: null, default);
        }

        var closed = (await ContractsAsync()).Count(contract => contract.ClosedAt is not null);
        Assert.True(closed >= 10);
        Assert.Equal((await ContractsAsync()).Count, measured["contracts new"]);
        Assert.Equal(closed, measured["contracts closed"]);
        Assert.Equal((2, 1, 1), (measured["sweeps swept"], measured["sweeps not_due"], measured["sweeps kept_old_state"]));
        Assert.Equal(3, measured.Count("sweep.duration"));
        Assert.True(measured["items read"] >= first.ContractsRead && first.ContractsRead > 0);
        Assert.True(measured["names"] > 0);
        Assert.Equal((0, 0), (measured["items.backlog"], measured["lock.held"]));
    }

    [SkippableFact]
    public async Task What_is_pruned_is_counted()
    {
        Settings["Market:KeepClosed"] = "00:00:00";
        using var measured = new Measured(Services.GetRequiredService<IMeterFactory>());
        await SweepWellAsync();
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, 10);
        var swept = await SweepWellAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        await SyncAsync();

        Assert.Equal(swept.Closed, measured["pruned"]);
    }

    [SkippableFact]
    public async Task Every_job_and_every_change_of_the_market_is_measured()
    {
        using var measured = new Measured(Services.GetRequiredService<IMeterFactory>());

        await SyncAsync();

        foreach (var job in new[] { "sweeps", "lines", "bids", "names", "prune" }) Assert.Equal(1, measured.Count($"job.duration {job}"));
        // Each change raised the version or confirmed rows.
        Assert.InRange(measured.Count("held"), (int)(await QueryAsync(context => context.Set<MarketState>().SingleAsync())).Version, int.MaxValue);
    }

    [SkippableFact]
    public async Task Every_step_is_a_span_of_its_round_with_only_its_name()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var mine = new Activity("this test").SetIdFormat(ActivityIdFormat.W3C).Start();

        await using (var session = (await Services.GetRequiredService<Sweeper>().TryBeginAsync(default))!)
            await session.RunAsync(new ListRegions([TheForge]), progress: null, default);
        await Assert.ThrowsAnyAsync<FluentValidation.ValidationException>(() => SendAsync(
            new BrowseContracts { Search = "ab" }));

        // Other tests trace at the same time.
        var steps = spans.Where(span => span.TraceId == mine.TraceId).ToLookup(span => span.OperationName);
        var round = Assert.Single(steps["SyncRound"]);
        foreach (var step in (string[])["ClaimSource", "ListRegions", "SweepRegion", "ResolveNames", "ReadLines", "PruneClosed"])
            Assert.All(steps[step].DefaultIfEmpty(), span => Assert.Equal((round.SpanId, ActivityStatusCode.Unset), (span!.ParentSpanId, span.Status)));
        var refused = Assert.Single(steps["BrowseContracts"]);
        Assert.Equal((ActivityStatusCode.Error, null), (refused.Status, refused.StatusDescription));
        Assert.Equal([KeyValuePair.Create("error.type", (string?)"ValidationException")], refused.Tags);
    }

    /// <summary>The last value of each gauge and the sum of each counter, by the name of the instrument and its tag.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentDictionary<string, (double Sum, int Count)> _values = [];

        public Measured(IMeterFactory factory)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name is SyncMetrics.MeterName or MarketMetrics.MeterName && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public int this[string what] => (int)_values.GetValueOrDefault(what).Sum;

        public int Count(string instrument) =>
            _values.Where(pair => $"{pair.Key} ".StartsWith(instrument + ' ', StringComparison.Ordinal)).Sum(pair => pair.Value.Count);

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var key = instrument.Name.Replace("hangarbay.sync.", "", StringComparison.Ordinal).Replace("hangarbay.market.", "", StringComparison.Ordinal);
            foreach (var tag in tags) key += $" {tag.Value}";
            _values.AddOrUpdate(key, (value, 1), (_, old) => (instrument is Gauge<int> ? value : old.Sum + value, old.Count + 1));
        }
    }
}

public sealed class MeasuringOnSqlite() : MeasuringTests(DatabaseProvider.Sqlite);

public sealed class MeasuringOnPostgres() : MeasuringTests(DatabaseProvider.Postgres);
