using HangarBay.Application;
using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Browsing.Hot;

/// <summary>The corpus in a PostgreSQL of its own, opened as the executable opens it, once for all tests of a class.</summary>
public sealed class HotMarket : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;
    private NpgsqlDataSource? _source;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Where there is no server the calling test is skipped here, which a fixture's own start could not do.</summary>
    public async Task FillAsync()
    {
        if (_source is not null) return;
        _database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        _services = Compose(_database.AsConfigured);
        await WriteAsync(_services);
        _source = NpgsqlDataSource.Create(_database.AsConfigured.ConnectionString);
        // As after a while of use, when the planner knows the tables.
        await using var settle = _source.CreateCommand("VACUUM ANALYZE");
        await settle.ExecuteNonQueryAsync();
    }

    /// <summary>Every statement that the request sends, as the server ran it.</summary>
    internal async Task<IReadOnlyList<Plan>> PlansOfAsync(HotQuery query)
    {
        using var sent = new SentCommands(_database!);
        await using (var scope = _services!.CreateAsyncScope()) await query.Ask(scope.ServiceProvider.GetRequiredService<IMediator>());
        var plans = new List<Plan>();
        foreach (var command in sent.Take()) plans.Add(Plan.Read(command.Text, await command.ExplainAsync(_source!, "ANALYZE, FORMAT JSON")));
        return plans;
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = _source!.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        if (_source is not null) await _source.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private static ServiceProvider Compose(DatabaseSettings settings)
    {
        var nothing = new ConfigurationBuilder().Build();
        return new ServiceCollection().AddLogging().AddPersistence(settings)
            .AddSingleton<IConfiguration>(nothing)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(HotCorpus.Noon))
            .AddApplication()
            .AddEsi(nothing)
            .AddReference(nothing)
            .BuildServiceProvider();
    }

    private static Task WriteAsync(ServiceProvider services) => services.StoreAsync(
        [
            .. HotCorpus.AllTypes,
            .. HotCorpus.All(),
            .. HotCorpus.Regions.Select(region =>
            {
                var coverage = RegionCoverage.Of(region);
                coverage.Complete(HotCorpus.Noon, [], listed: 1, new SweepSchedule(HotCorpus.Noon, HotCorpus.Noon.AddMinutes(30), HotCorpus.Noon.AddMinutes(31)));
                return coverage;
            }),
        ]);
}
