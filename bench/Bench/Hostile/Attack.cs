using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HangarBay.Bench.Hostile;

/// <summary>
/// An attack by addresses that send the most expensive requests until it is disposed. Each sends as many as the rate limit allows.
/// </summary>
internal sealed class Attack : IAsyncDisposable
{
    /// <summary>Requests a second of one address: as many as its limit allows.</summary>
    private const int PerSecond = 20;

    /// <summary>How many bytes of an export a slow reader reads in a second.</summary>
    private const int SlowPace = 512;

    private static readonly string[] Families = ["regions", "categories", "groups", "types", "security", "contract_types"];
    private static readonly string Facets = string.Concat(Families.Select(family => $"&facets={family}"));

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<HttpStatusCode> _answers = new();
    private readonly HttpClient _server;
    private readonly List<Task> _attackers;
    private int _asked;

    private Attack(HttpClient server, int addresses)
    {
        _server = server;
        _attackers = [.. Enumerable.Range(0, addresses).SelectMany(address => new[] { AskAsync(Address(address)), ReadSlowlyAsync(Address(address)) })];
    }

    /// <summary>How many answers had which status.</summary>
    /// <exception cref="InvalidOperationException">No request was answered with 200, so this was no attack.</exception>
    public string Answers => !_answers.Contains(HttpStatusCode.OK)
        ? throw new InvalidOperationException("Nothing that the attackers asked for was answered.")
        : string.Join(", ", _answers.GroupBy(status => (int)status).OrderBy(group => group.Key).Select(group => $"{group.Count()} × {group.Key}"));

    /// <param name="server">A client of the attacked server; its base address is the root.</param>
    /// <param name="addresses">How many addresses attack.</param>
    public static Attack Begin(HttpClient server, int addresses) => new(server, addresses);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_attackers);
        _end.Dispose();
    }

    private static string Address(int number) => $"203.0.113.{number + 1}";

    /// <summary>The path of an expensive request. No two are the same, so that no kept answer can serve.</summary>
    private string Dearest()
    {
        var number = Interlocked.Increment(ref _asked);
        var price = (100_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
        return (number % 5) switch
        {
            0 => $"api/v1/contracts/?size=100&page=100&sort_by=price&max_price={price}{Facets}",
            1 => $"contracts?segment=all&size=100&max_price={price}",
            2 => $"contracts?segment=all&size=100&max_price={price}&{string.Join('&', Enumerable.Range(1, 60).Select(id => $"type_ids={id}"))}",
            3 => $"api/v1/contracts/?search=a%20e&size=100&max_price={price}{Facets}",
            _ => $"contracts?segment=all&lang=ja&size=100&place=hub&max_price={price}",
        };
    }

    /// <summary>Sends requests at the pace of the limit, without waiting for their answers.</summary>
    private async Task AskAsync(string address)
    {
        var asking = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token)) asking.Add(AskAsync(address, Dearest()));
        }
        catch (OperationCanceledException)
        {
            // The attack has ended.
        }

        await Task.WhenAll(asking);
    }

    private async Task AskAsync(string address, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", address);
        request.Headers.TryAddWithoutValidation("Accept-Language", $"en;q=0.{_asked % 1000:000}");
        try
        {
            using var answer = await _server.SendAsync(request, _end.Token);
            _answers.Enqueue(answer.StatusCode);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
        {
            // The attack ended, or the server did not answer.
        }
    }

    /// <summary>Reads two exports very slowly, so that each holds its place among the exports that run at once.</summary>
    private Task ReadSlowlyAsync(string address) => Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                await socket.ConnectAsync(_server.BaseAddress!.Host, _server.BaseAddress.Port, _end.Token);
                await socket.SendAsync(
                    Encoding.ASCII.GetBytes($"GET /api/v1/contracts/export?format=ndjson HTTP/1.1\r\nHost: {_server.BaseAddress.Authority}\r\nX-Forwarded-For: {address}\r\n\r\n"), _end.Token);
                var buffer = new byte[SlowPace / 2];
                while (await socket.ReceiveAsync(buffer, _end.Token) > 0) await Task.Delay(TimeSpan.FromSeconds(0.5), _end.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The server cut the connection, or the attack has ended.
            }
        }
    }));
}
