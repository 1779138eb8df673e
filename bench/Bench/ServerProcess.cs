using System.Globalization;
using System.Text.Json;
using HangarBay.TestSupport;

namespace HangarBay.Bench;

/// <summary>The executable as it serves, on a database that is there; it sweeps nothing, as no contact is configured.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Child _child;
    private readonly HttpClient _http;

    private ServerProcess(Child child, Uri address)
    {
        _child = child;
        _http = new HttpClient { BaseAddress = address };
    }

    public string Address => _http.BaseAddress!.ToString();

    public long PeakBytes => _child.PeakBytes;

    public static async Task<ServerProcess> StartAsync(TestDatabase database, params (string Key, string Value)[] more)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Child.FreePort()}/");
        var child = Child.Start("HangarBay.WebApi.dll", ["serve", "--urls", address],
        [
            .. Databases.SettingsOf(database),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Market__Source", "Live"),
            ("Logging__LogLevel__Default", "Warning"),
            .. more,
        ]);
        var server = new ServerProcess(child, new Uri(address));
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var answer = await server._http.GetAsync("ready");
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The server does not answer.");
    }

    /// <summary>How many contracts a list's answer counts; empty for what is no list.</summary>
    public async Task<string> TotalAsync(string path)
    {
        using var answer = JsonDocument.Parse(await _http.GetStringAsync("api/v1/" + path));
        return answer.RootElement.TryGetProperty("total", out var total) ? total.GetInt32().ToString("N0", CultureInfo.InvariantCulture) : "";
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _child.DisposeAsync();
    }
}
