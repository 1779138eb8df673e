using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>
/// A request for a part of an answer gets that part or the whole, and the answer says which. Tested with a process run by hand and as a
/// service.
/// </summary>
public sealed class RangeTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_partial_answer_is_the_part_that_its_headers_name(string environment)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var server = await HostProcess.Serve(
            [$"--DATABASE_URL=sqlite:///{database.Settings.File}"], environment: ("ASPNETCORE_ENVIRONMENT", environment)).UntilAliveAsync();
        await server.ReadyAsync();
        var page = await server.Client.GetStringAsync("/about");
        var named = Regex.Matches(page, "\"(/(?:site|theme)\\.[^\"]+\\.(?:css|js))\"").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(3, named.Count);

        foreach (var path in named.Concat(["/site.css", "/favicon.svg", "/about", "/api/v1/contracts/", "/api/v1/contracts/export", "/openapi/v1.json", "/docs/scalar.js", "/robots.txt"]))
            foreach (var encoding in new[] { "identity", "gzip", "br" })
            {
                var (_, whole) = await AskAsync(server, path, encoding, range: null);
                foreach (var range in new[] { "bytes=0-9", "bytes=-5", "bytes=5-", "bytes=0-1,4-5", "bytes=999999999-", "bytes=9-0", "lines=1-2" })
                {
                    var (answer, body) = await AskAsync(server, path, encoding, range);
                    var what = $"{path} {encoding} {range}: {(int)answer.StatusCode}";
                    switch (answer.StatusCode)
                    {
                        case HttpStatusCode.OK:
                            Assert.True(answer.Content.Headers.ContentRange is null, what);
                            Assert.True(whole.SequenceEqual(body), what);
                            break;
                        case HttpStatusCode.PartialContent:
                            var part = answer.Content.Headers.ContentRange!;
                            Assert.True(part.Length == whole.Length, what);
                            Assert.True(whole.AsSpan((int)part.From!, (int)(part.To! - part.From! + 1)).SequenceEqual(body), what);
                            break;
                        default:
                            Assert.True(answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && range == "bytes=999999999-", what);
                            break;
                    }
                }
            }
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Body)> AskAsync(HostProcess server, string path, string encoding, string? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        var answer = await server.Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }
}
