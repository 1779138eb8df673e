using System.Collections.Concurrent;
using System.Net;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>
/// An answer that one process keeps in the shared cache serves another process. If the shared cache is away, requests still work.
/// </summary>
public sealed class SharedKeepingTests
{
    private const string List = "/api/v1/contracts/";

    [Fact]
    public async Task An_answer_in_the_shared_cache_serves_another_process()
    {
        var outside = new Outside();
        await using var one = await StartAsync(outside);
        await one.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        var answer = (await one.GetAsync(List)).Expect(HttpStatusCode.OK);
        await Eventually.IsAsync(() => Task.FromResult(!outside.IsEmpty));

        // Written past the market's writer, so the stamp stays the same. A process that loads the market now finds no live contract.
        await one.ExecuteAsync("UPDATE contracts SET closed_at = date_issued, closure = 'Gone'");
        await using var other = one.StartAnother();

        Assert.Equal(answer.Body, (await other.GetAsync(List)).Expect(HttpStatusCode.OK).Body);
        Assert.Equal(0, (await other.GetAsync($"{List}?lang=de")).Total);
    }

    [Fact]
    public async Task A_missing_contract_is_missing_for_the_other_process_too()
    {
        var outside = new Outside();
        await using var one = await StartAsync(outside);
        await one.GivenContract(ContractBuilder.AContract());
        (await one.GetAsync($"{List}190000002")).ExpectProblem(HttpStatusCode.NotFound);
        await Eventually.IsAsync(() => Task.FromResult(!outside.IsEmpty));
        await one.ExecuteAsync("UPDATE contracts SET contract_id = 190000002");
        await using var other = one.StartAnother();

        (await other.GetAsync($"{List}190000002")).ExpectProblem(HttpStatusCode.NotFound);
        (await other.GetAsync($"{List}190000002?lang=de")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_shared_cache_is_used_for_answers_only()
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true", ["Cache:Redis"] = "127.0.0.1:9" });

        Assert.Null(api.Services.GetService<IDistributedCache>());
        Assert.Null(api.Services.GetService<HybridCache>());
        Assert.Null(api.Services.GetService<IMemoryCache>());
        Assert.IsType<RedisCache>(api.Services.GetKeyedService<IDistributedCache>(AnswerStore.Outside));
    }

    [Fact]
    public async Task Without_the_shared_cache_every_process_keeps_its_own_answers()
    {
        await using var api = await StartAsync(new Outside { IsAway = true });
        await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));

        Assert.Equal(1, (await api.GetAsync(List)).Total);
        Assert.Equal(1, (await api.GetAsync(List)).Total);
    }

    private static Task<ApiFactory> StartAsync(Outside outside) => ApiFactory.StartAsync(
        settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true" }, services: services => services.AddKeyedSingleton<IDistributedCache>(AnswerStore.Outside, outside));

    /// <summary>A substitute for Redis.</summary>
    private sealed class Outside : IDistributedCache
    {
        private readonly ConcurrentDictionary<string, byte[]> _kept = new();

        public bool IsAway { get; init; }

        public bool IsEmpty => _kept.IsEmpty;

        public byte[]? Get(string key) => IsAway ? throw new IOException("It is away.") : _kept.GetValueOrDefault(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
            _kept[key] = IsAway ? throw new IOException("It is away.") : value;

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => _kept.TryRemove(key, out _);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }
    }
}
