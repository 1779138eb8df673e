using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Invented and real contracts never mix (M11), so the client must know which source answers.</summary>
public sealed class SourceTests : EsiTests
{
    [Fact]
    public async Task ESI_itself_counts_as_live_without_a_request()
    {
        Settings["Esi:BaseUrl"] = "https://ESI.evetech.net/";

        Assert.Equal("live", await Esi.GetSourceAsync(default));
    }

    [Fact]
    public async Task A_sandbox_is_named_by_its_identity()
    {
        Upstream.On("/sandbox", Reply.Json("""{"identity":" seed 42,\n 500 contracts ","more":1}""").With("X-Sandbox", "1"));

        Assert.Equal("sandbox: seed 42, 500 contracts", await Esi.GetSourceAsync(default));
    }

    [Theory]
    [InlineData(404, "{\"error\":\"Not found\"}")]
    [InlineData(400, "")]
    [InlineData(200, "<html></html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    public async Task A_proxy_before_ESI_is_live_at_its_address(int status, string body)
    {
        Upstream.On("/sandbox", new Reply(status, body));

        Assert.Equal($"live at {Upstream.BaseUrl}", await Esi.GetSourceAsync(default));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(200)]
    public async Task A_live_source_is_asked_for_its_identity_only_once(int status)
    {
        Upstream.On("/sandbox", new Reply(status));

        for (var round = 0; round < 5; round++) Assert.Equal($"live at {Upstream.BaseUrl}", await Esi.GetSourceAsync(default));

        Assert.Equal(1, Upstream.CountOf("/sandbox"));
    }

    [Fact]
    public async Task A_source_that_did_not_answer_is_asked_again()
    {
        Upstream.On("/sandbox", Reply.Error(503), Reply.Error(503), Reply.Error(503), Reply.Error(503), Reply.Error(404));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetSourceAsync(default));

        Assert.Equal($"live at {Upstream.BaseUrl}", await Esi.GetSourceAsync(default));
    }

    [Fact]
    public async Task A_sandbox_is_asked_for_its_identity_every_time()
    {
        Upstream.On("/sandbox", Reply.Json("""{"identity":"one"}""").With("X-Sandbox", "1"), Reply.Json("""{"identity":"two"}""").With("X-Sandbox", "1"));

        Assert.Equal(("sandbox: one", "sandbox: two"), (await Esi.GetSourceAsync(default), await Esi.GetSourceAsync(default)));
    }

    [Fact]
    public async Task A_sandbox_that_takes_the_place_of_the_live_market_is_not_read_and_is_found_by_the_next_round()
    {
        Upstream.On("/sandbox", Reply.Error(404), Reply.Json("""{"identity":"one"}""").With("X-Sandbox", "1"));
        Upstream.On(FirstPage, Reply.Page([]).With("X-Sandbox", "1"));
        await Esi.GetSourceAsync(default);

        await Assert.ThrowsAsync<EsiUnavailableException>(() => ReadListAsync());

        Assert.Equal("sandbox: one", await Esi.GetSourceAsync(default));
    }

    [Fact]
    public async Task The_source_is_named_without_credentials_or_path()
    {
        Settings["Esi:BaseUrl"] = Upstream.BaseUrl.Replace("http://", "http://user:secret@", StringComparison.Ordinal) + "/esi";

        Assert.Equal($"live at {Upstream.BaseUrl}", await Esi.GetSourceAsync(default));
    }

    [Fact]
    public async Task A_sandbox_without_an_identity_is_never_taken_for_live()
    {
        Upstream.On("/sandbox", Reply.Error(404).With("X-Sandbox", "1"));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetSourceAsync(default));
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_not_taken_for_live()
    {
        Upstream.On("/sandbox", Reply.Error(503));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetSourceAsync(default));
    }
}
