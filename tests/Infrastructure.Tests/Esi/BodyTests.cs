using System.Diagnostics;
using System.Globalization;
using System.Text;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Bodies that do not match the route. The client asks twice more and then gives up with a reason.</summary>
public sealed class BodyTests : EsiTests
{
    public static TheoryData<string> NoLists => ["", "   ", "null", "{}", "{\"error\":\"x\"}", "\"[]\"", "[1,", "[{\"contract_id\":1", "[]]", "[] trailing"];

    [Theory]
    [MemberData(nameof(NoLists))]
    public async Task A_body_that_is_no_list_is_retried_and_then_fails(string body)
    {
        Upstream.On(FirstPage, Reply.Json(body).With("X-Pages", "1"));

        var gone = await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());

        Assert.Equal(3, Upstream.Requests.Count);
        Assert.StartsWith("GET /contracts/public/{region_id}: ESI's answer is ", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTML_instead_of_JSON_is_retried_and_then_fails()
    {
        Upstream.On(FirstPage, Reply.Html());

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
        Assert.Equal(3, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_truncated_body_is_retried_and_then_fails()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract()]).CutShort());

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
        Assert.Equal(3, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_is_whole_at_the_second_try_is_read()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract()]).CutShort(), Reply.Page([Rows.AContract(), Rows.AContract()]));

        Assert.Equal(2, (await ReadPageAsync()).Rows.Count);
    }

    [Fact]
    public async Task A_compressed_body_is_read_and_one_cut_short_is_asked_for_again()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract()]).Gzipped().CutShort(), Reply.Page([Rows.AContract()]).Gzipped());

        Assert.Single((await ReadPageAsync()).Rows);
    }

    [Fact]
    public async Task A_body_that_stalls_is_cut_off_and_asked_for_again()
    {
        Settings["Esi:Timeout"] = "00:00:00.3";
        Upstream.On(FirstPage, new Reply(200, "[").Stalled(), Reply.Page([Rows.AContract()]));

        Assert.Single((await ReadPageAsync()).Rows);
    }

    [Fact]
    public async Task A_page_of_20_MB_is_read()
    {
        var title = new string('x', 100);
        var body = new StringBuilder("[");
        for (var id = 1; body.Length < 20_000_000; id++)
        {
            if (id > 1) body.Append(',');
            body.Append(Rows.AContract(("contract_id", id.ToString(CultureInfo.InvariantCulture)), ("title", $"\"{title}\"")));
        }

        Upstream.On(FirstPage, Reply.Json(body.Append(']').ToString()).With("X-Pages", "1"));

        Assert.InRange((await ReadPageAsync()).Rows.Count, 50_000, 100_000);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_at_once_even_when_it_is_compressed()
    {
        Settings["Esi:MaxBodyBytes"] = "100000";
        Upstream.On(FirstPage, Reply.Json($"[{new string(' ', 10_000_000)}]").Gzipped());

        var gone = await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());

        Assert.Equal("GET /contracts/public/{region_id}: ESI's answer is larger than 100000 bytes.", gone.Message);
        Assert.Single(Upstream.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type_id":587,"name":"Rifter","group_id":4611686018427387904,"published":true}""")]
    public async Task A_type_that_cannot_be_read_fails(string body)
    {
        Upstream.On("/universe/types/587", Reply.Json(body));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetTypeAsync(new TypeId(587), default));
        Assert.Equal(3, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_body_nested_a_million_deep_fails()
    {
        Upstream.On(FirstPage, Reply.Json(new string('[', 1_000_000)));

        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }
}
