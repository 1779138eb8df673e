using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>A server on a database of its own for every test, on either engine.</summary>
public abstract class BrowsingBehaviour(DatabaseProvider provider) : IAsyncLifetime
{
    private protected ApiFactory Api { get; private set; } = null!;

    public async Task InitializeAsync() => Api = await ApiFactory.StartAsync(provider);

    public async Task DisposeAsync()
    {
        if (Api is not null) await Api.DisposeAsync();
    }

    private protected Task<Answer> BrowseAsync(string query) => Api.GetAsync($"/api/v1/contracts/?{Escape(query)}");

    /// <summary>Escapes values as a browser does.</summary>
    private static string Escape(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
    {
        var parts = pair.Split('=', 2);
        return $"{parts[0]}={Uri.EscapeDataString(parts[1])}";
    }));
}
