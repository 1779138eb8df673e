using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using HangarBay.Browser.Tests.Given;

namespace HangarBay.Browser.Tests.Quality;

/// <summary>
/// How many bytes the pages take as they are served. Only published files are compressed with Brotli, so here the files are a little
/// larger.
/// </summary>
public sealed partial class WeightTests(Market market) : IClassFixture<Market>
{
    private const int Kilobyte = 1024;

    [Fact]
    public async Task Fifty_rows_take_less_than_25_kilobytes()
    {
        using var client = Client();
        using var response = await client.GetAsync("/contracts");

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 25 * Kilobyte);
    }

    [Fact]
    public async Task Styles_and_scripts_of_our_own_take_less_than_40_kilobytes_and_with_the_frameworks_less_than_90()
    {
        var files = await FilesAsync();
        var weights = new Dictionary<string, int>();
        using var client = Client();
        foreach (var file in files) weights[file] = (await client.GetByteArrayAsync(file)).Length;

        var told = string.Join('\n', weights);
        Assert.Contains(files, file => file.Contains("blazor.web", StringComparison.Ordinal));
        Assert.True(weights.Where(file => !file.Key.Contains("_framework", StringComparison.Ordinal)).Sum(file => file.Value) < 40 * Kilobyte, told);
        Assert.True(weights.Values.Sum() < 90 * Kilobyte, told);
    }

    [Fact]
    public async Task Files_are_named_by_what_is_in_them_and_kept_for_ever()
    {
        using var client = Client();
        foreach (var file in await FilesAsync())
        {
            using var response = await client.GetAsync(file);

            Assert.Matches(Fingerprinted(), file);
            var kept = response.Headers.CacheControl;
            Assert.True(kept?.MaxAge > TimeSpan.FromDays(364) && kept.Extensions.Any(one => one.Name == "immutable"), $"{file}: {kept}");
        }
    }

    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        using var client = new HttpClient { BaseAddress = market.Site };
        var files = File().Matches(await client.GetStringAsync("/contracts")).Select(match => match.Groups["file"].Value).Distinct().ToList();
        Assert.True(files.Count >= 4, string.Join('\n', files));
        return files;
    }

    private HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = market.Site };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        return client;
    }

    [GeneratedRegex("""(src|href)="(?<file>/[^"]+\.(css|js|svg))""")]
    private static partial Regex File();

    [GeneratedRegex(@"\.[0-9a-z]{10}\.(css|js|svg)$")]
    private static partial Regex Fingerprinted();
}
