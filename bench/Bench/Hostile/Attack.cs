using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HangarBay.Bench.Hostile;

/// <summary>Addresses that ask for what costs most, each as often as one may, until it is ended.</summary>
internal sealed class Attack : IAsyncDisposable
{
    /// <summary>Requests a second of one address: all that its limit allows.</summary>
    private const int PerSecond = 20;

    /// <summary>Bytes a second that a slow reader takes of an export.</summary>
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

    /// <summary>How they were answered.</summary>
    /// <exception cref="InvalidOperationException">Nothing was: it was no attack.</exception>
    public string Answers => !_answers.Contains(HttpStatusCode.OK)
        ? throw new InvalidOperationException("Nothing that the attackers asked for was answered.")
        : string.Join(", ", _answers.GroupBy(status => (int)status).OrderBy(group => group.Key).Select(group => $"{group.Count()} × {group.Key}"));

    /// <param name="server">What is attacked; its address is the root.</param>
    /// <param name="addresses">How many ask.</param>
    public static Attack Begin(HttpClient server, int addresses) => new(server, addresses);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_attackers);
        _end.Dispose();
    }

    private static string Address(int number) => $"203.0.113.{number + 1}";

    /// <summary>No two questions are the same, so that nothing that is kept serves.</summary>
    private string Dearest()
    {
        var number = Interlocked.Increment(ref _asked);
        var price = (100_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
        return (number % 5) switch
        {
            0 => $"api/v1/contracts/?size=100&page=100&sort_by=price&max_price={price}{Facets}",
            1 => $"contracts?ships_only=false&size=100&max_price={price}",
            2 => $"contracts?ships_only=false&size=100&max_price={price}&{string.Join('&', Enumerable.Range(1, 60).Select(id => $"type_ids={id}"))}",
            3 => $"api/v1/contracts/?search=a%20e&size=100&max_price={price}{Facets}",
            _ => $"contracts?ships_only=false&lang=ja&size=100&place=hub&max_price={price}",
        };
    }

    /// <summary>As often as one may, whether it is answered or not.</summary>
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
            // That was all.
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

    /// <summary>Two exports that are hardly read hold what places they get.</summary>
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
                // Cut off, or ended.
            }
        }
    }));
}
