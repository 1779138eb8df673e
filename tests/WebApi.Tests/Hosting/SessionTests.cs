using System.Diagnostics.Metrics;
using Ardalis.Specification;
using HangarBay.Application.Abstractions;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>A request has a session of its own, which returns to the pool when the request ends in any way.</summary>
public sealed class SessionTests
{
    private const int Requests = 1000;

    [SkippableFact]
    public async Task A_thousand_requests_a_quarter_of_them_cancelled_or_failing_leave_no_session_busy()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        using var used = new UsedConnections(new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString).Database!);
        await using var factory = new HangarBayFactory(database, app => app.Map("/test", test => test.Run(QueryAsync)));
        using var client = factory.CreateClient();

        var outcomes = new List<string>();
        foreach (var batch in Enumerable.Range(0, Requests).Chunk(20))
            outcomes.AddRange(await Task.WhenAll(batch.Select(number => AskAsync(client, number))));

        Assert.Equal(Requests * 3 / 4, outcomes.Count(outcome => outcome == "OK"));
        Assert.Equal(Requests / 8, outcomes.Count(outcome => outcome == "cancelled"));
        Assert.Equal(Requests / 8, outcomes.Count(outcome => outcome == "InternalServerError"));
        Assert.True(used.Most > 0, "The measurement saw no connection in use.");
        Assert.True(await ComesAboutAsync(async () => await used.NowAsync() == 0 && await BusyOnServerAsync(database) == 0));
    }

    [SkippableFact]
    public async Task A_request_has_one_session_and_leaves_nothing_for_the_next_request()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var factory = new HangarBayFactory(database, app => app.Map("/test", test => test.Run(async context =>
        {
            var one = context.RequestServices.GetRequiredService<HangarBayDbContext>();
            var same = context.RequestServices.GetRequiredService<HangarBayDbContext>();
            var left = one.ChangeTracker.Entries().Count();
            one.Add(RegionCoverage.Of(new(10000002)));
            await context.Response.WriteAsync($"{ReferenceEquals(one, same)} {left}");
        })));
        using var client = factory.CreateClient();

        for (var request = 0; request < 5; request++) Assert.Equal("True 0", await client.GetStringAsync("/test"));
    }

    private static async Task<string> AskAsync(HttpClient client, int number)
    {
        var what = (number % 8) switch { 3 => "slow", 7 => "fail", _ => "ok" };
        using var source = new CancellationTokenSource();
        if (what == "slow") source.CancelAfter(number % 100);
        try
        {
            using var answer = await client.GetAsync($"/test/{what}", source.Token);
            return answer.StatusCode.ToString();
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    private static async Task QueryAsync(HttpContext context)
    {
        var session = context.RequestServices.GetRequiredService<HangarBayDbContext>();
        var cancelled = context.RequestAborted;
        await context.RequestServices.GetRequiredService<IReadRepository<RegionCoverage>>().CountAsync(new All(), cancelled);
        switch (context.Request.Path)
        {
            case "/slow":
                await session.Database.BeginTransactionAsync(cancelled);
                await session.Database.ExecuteSqlRawAsync("SELECT pg_sleep(20)", cancelled);
                break;
            case "/fail":
                await session.Database.BeginTransactionAsync(cancelled);
                await session.Database.ExecuteSqlRawAsync("SELECT 1 / 0", cancelled);
                break;
        }
    }

    private static async Task<long> BusyOnServerAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection($"{database.Settings.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<bool> ComesAboutAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await isSo()) return true;
            await Task.Delay(100);
        }

        return false;
    }

    private sealed class All : Specification<RegionCoverage>;

    /// <summary>The driver's own count of used connections to one database. Other tests in this process have other databases.</summary>
    private sealed class UsedConnections : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly string _database;
        private long _now;

        public UsedConnections(string database)
        {
            _database = database;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Npgsql", Name: "db.client.connection.count" or "db.client.connections.usage" })
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Count(value, tags));
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Count(value, tags));
            _listener.Start();
            _ = WatchAsync();
        }

        public long Most { get; private set; }

        public Task<long> NowAsync()
        {
            lock (_listener)
            {
                _now = 0;
                _listener.RecordObservableInstruments();
                Most = Math.Max(Most, _now);
                return Task.FromResult(_now);
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Count(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var (isUsed, isOurs) = (false, false);
            foreach (var tag in tags)
            {
                if (tag.Value is not string text) continue;
                // The session of the sweeper's lock is in use while the process sweeps, and belongs to no request.
                if (text.Contains("Hangar Bay sweeper", StringComparison.Ordinal)) return;
                isUsed |= text == "used";
                isOurs |= text.Contains(_database, StringComparison.Ordinal);
            }

            if (isUsed && isOurs) _now += value;
        }

        private async Task WatchAsync()
        {
            for (var look = 0; look < 600 && Most == 0; look++)
            {
                await NowAsync();
                await Task.Delay(20);
            }
        }
    }
}
