using System.Text.RegularExpressions;

namespace HangarBay.Bench.Pages;

/// <summary>The bytes that the server sends to a browser on its first visit, as they go over the wire.</summary>
/// <param name="Html">The page itself.</param>
/// <param name="Own">The site's own style and scripts.</param>
/// <param name="Framework">The framework's script.</param>
internal sealed partial record PageWeight(int Html, int Own, int Framework)
{
    public static async Task<PageWeight> MeasureAsync(Uri page)
    {
        using var plain = new HttpClient();
        var files = File().Matches(await plain.GetStringAsync(page)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var (own, framework) = (0, 0);
        foreach (var file in files)
        {
            var bytes = await SentAsync(new Uri(page, file));
            if (file.Contains("_framework", StringComparison.Ordinal)) framework += bytes;
            else own += bytes;
        }

        return new PageWeight(await SentAsync(page), own, framework);
    }

    private static async Task<int> SentAsync(Uri address)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        return (await client.GetByteArrayAsync(address)).Length;
    }

    [GeneratedRegex("""(?:href|src)="(/[^"]+\.(?:css|js))["]""")]
    private static partial Regex File();
}
