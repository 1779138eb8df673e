using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HangarBay.Bench;

/// <summary>
/// The bare minimum: the ESI requests of a first fill, sent by a plain <see cref="HttpClient"/> with the same concurrency. The bodies are
/// read to the end and dropped. Only ids are parsed, to know the next requests.
/// </summary>
internal sealed class BareReading(string address, int concurrency) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = concurrency,
        UseCookies = false,
    })
    { BaseAddress = new Uri(address) };

    private readonly ConcurrentDictionary<long, bool> _types = [];
    private readonly ConcurrentDictionary<long, bool> _people = [];
    private readonly ConcurrentDictionary<long, bool> _stations = [];
    private int _requests;
    private long _bytes;

    public void Dispose() => _http.Dispose();

    public async Task<(int Requests, long Bytes, int Contracts)> RunAsync()
    {
        var regions = Ids(await GetAsync("universe/regions"), null).Where(id => id < 12_000_000).ToList();
        var contracts = new ConcurrentDictionary<long, bool>();
        await EachAsync(regions, async region =>
        {
            var pages = 1;
            for (var page = 1; page <= pages; page++)
            {
                using var response = await SendAsync(FormattableString.Invariant($"contracts/public/{region}?page={page}"));
                pages = int.Parse(response.Headers.GetValues("X-Pages").First(), CultureInfo.InvariantCulture);
                TakeList(await response.Content.ReadAsByteArrayAsync(), contracts);
            }
        });
        await EachAsync(contracts, contract => ReadContractAsync(contract.Key, contract.Value));
        await EachAsync(_types.Keys, async type => await GetAsync(FormattableString.Invariant($"universe/types/{type}")));
        await EachAsync(_stations.Keys, async station => await GetAsync(FormattableString.Invariant($"universe/stations/{station}")));
        await EachAsync(regions, async region => await GetAsync(FormattableString.Invariant($"universe/regions/{region}")));
        foreach (var batch in _people.Keys.Chunk(1000)) await NamesAsync(batch);
        return (_requests, _bytes, contracts.Count);
    }

    private async Task ReadContractAsync(long contract, bool isAuction)
    {
        foreach (var type in Ids(await GetAsync(FormattableString.Invariant($"contracts/public/items/{contract}?page=1")), "type_id"))
            _types[type] = true;
        if (isAuction) await GetAsync(FormattableString.Invariant($"contracts/public/bids/{contract}?page=1"));
    }

    private async Task NamesAsync(long[] ids)
    {
        using var response = await _http.PostAsJsonAsync("universe/names", ids);
        _bytes += (await response.Content.ReadAsByteArrayAsync()).Length;
        _requests++;
    }

    private void TakeList(byte[] body, ConcurrentDictionary<long, bool> contracts)
    {
        Interlocked.Add(ref _bytes, body.Length);
        using var list = JsonDocument.Parse(body);
        foreach (var row in list.RootElement.EnumerateArray())
        {
            _people[row.GetProperty("issuer_id").GetInt64()] = true;
            _people[row.GetProperty("issuer_corporation_id").GetInt64()] = true;
            if (row.TryGetProperty("start_location_id", out var start) && start.GetInt64() is >= 60_000_000 and < 64_000_000 and var station)
                _stations[station] = true;
            var type = row.GetProperty("type").GetString();
            if (type is "item_exchange" or "auction") contracts[row.GetProperty("contract_id").GetInt64()] = type == "auction";
        }
    }

    private Task EachAsync<T>(IEnumerable<T> keys, Func<T, Task> work) => Parallel.ForEachAsync(
        keys, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (key, _) => await work(key));

    private async Task<byte[]> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        var body = await response.Content.ReadAsByteArrayAsync();
        Interlocked.Add(ref _bytes, body.Length);
        return body;
    }

    private async Task<HttpResponseMessage> SendAsync(string path)
    {
        Interlocked.Increment(ref _requests);
        return await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Every number of the array, or every number under the key.</summary>
    private static List<long> Ids(byte[] body, string? key)
    {
        var ids = new List<long>();
        if (body.Length == 0) return ids;
        var reader = new Utf8JsonReader(body);
        var wanted = key is null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) wanted = key is not null && reader.ValueTextEquals(key);
            else if (reader.TokenType == JsonTokenType.Number && wanted) ids.Add(reader.GetInt64());
        }

        return ids;
    }
}
