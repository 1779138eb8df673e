using System.Globalization;
using System.Text.Json;

namespace HangarBay.Bench;

/// <summary>The sandbox in a process of its own.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Child _child;
    private readonly HttpClient _http;

    private SandboxProcess(Child child, Uri address)
    {
        _child = child;
        _http = new HttpClient { BaseAddress = address };
    }

    public string Address => _http.BaseAddress!.ToString();

    public static async Task<SandboxProcess> StartAsync(int contracts, params string[] more)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Child.FreePort()}");
        var count = contracts.ToString(CultureInfo.InvariantCulture);
        var sandbox = new SandboxProcess(
            Child.Start("HangarBay.EsiSandbox.dll", ["--contracts", count, "--shape", "newEden", "--urls", address, .. more]), new Uri(address));
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var answer = await sandbox._http.GetAsync("sandbox");
                return sandbox;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The sandbox does not answer.");
    }

    /// <summary>How many calls were answered, without those to the sandbox's own routes.</summary>
    public async Task<long> CountAsync()
    {
        using var log = JsonDocument.Parse(await _http.GetStringAsync("sandbox/requests"));
        return log.RootElement.GetProperty("counts").EnumerateArray()
            .Where(count => !count.GetProperty("route").GetString()!.Contains("sandbox", StringComparison.Ordinal))
            .Sum(count => count.GetProperty("count").GetInt64());
    }

    public async Task TellAsync(string path)
    {
        using var answer = await _http.PostAsync(path, content: null);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _child.DisposeAsync();
    }
}
