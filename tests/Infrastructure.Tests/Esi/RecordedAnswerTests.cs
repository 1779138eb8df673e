using System.Text.Json;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Recorded answers of ESI are read completely.</summary>
public sealed class RecordedAnswerTests : EsiTests
{
    [SkippableTheory]
    [InlineData("contracts/public-contracts_domain-10000043_page1_2020-06-17.json.gz")]
    [InlineData("contracts/public-contracts_the-forge-10000002_page1_2019-06.json.gz")]
    public async Task A_whole_page_is_read_without_a_rejected_row(string file)
    {
        var body = RecordedData.Read(file);
        Upstream.On(FirstPage, Reply.Json(body).With("X-Pages", "4"));

        var page = await ReadPageAsync();

        Assert.Empty(page.Rejected);
        Assert.Equal(1000, page.Rows.Count);
        Assert.All(page.Rows, row => Assert.Null(row.Contract.FindFlaw()));
        Assert.All(page.Rows, row => Assert.Null(row.UnknownType));

        // The sums of what was sent and of what was read are equal, so no term was dropped or swapped.
        var sent = JsonDocument.Parse(body).RootElement.EnumerateArray().ToList();
        Assert.Equal(Sum(sent, "price"), page.Rows.Sum(row => row.Contract.Price ?? 0));
        Assert.Equal(Sum(sent, "buyout"), page.Rows.Sum(row => row.Contract.Buyout ?? 0));
        Assert.Equal(Sum(sent, "collateral"), page.Rows.Sum(row => row.Contract.Collateral ?? 0));
        Assert.Equal(Sum(sent, "reward"), page.Rows.Sum(row => row.Contract.Reward ?? 0));
        Assert.Equal(sent.Count(row => row.TryGetProperty("for_corporation", out _)), page.Rows.Count(row => row.Contract.ForCorporation));
        Assert.Equal(sent.Count(row => row.TryGetProperty("buyout", out _)), page.Rows.Count(row => row.Contract.Buyout is not null));
        Assert.Equal(sent.Select(row => row.GetProperty("title").GetString()), page.Rows.Select(row => row.Contract.Title));
    }

    [SkippableFact]
    public async Task The_headers_of_a_recorded_page_are_understood()
    {
        var recorded = RecordedData.ReadJson("contracts/public-contracts_domain-10000043_page1_2020-06-17.headers.json");
        var reply = Reply.Json("[]");
        string[] ofTheServer = ["Content-Length", "Connection"];
        foreach (var header in recorded.GetProperty("headers").EnumerateObject().Where(header => !ofTheServer.Contains(header.Name)))
        {
            reply.With(header.Name, header.Value.GetString()!);
        }

        Upstream.On(FirstPage, reply);

        var page = await ReadPageAsync();

        Assert.Equal((4, "\"3f7fdf9a69e35bb35d619b6cb5043a2766d11ca6306a8b5af369ce6e\""), (page.PageCount, page.ETag));
        Assert.Equal(new DateTimeOffset(2020, 6, 17, 20, 53, 59, TimeSpan.Zero), page.LastModified);
        Assert.InRange(page.ExpiresAt - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(126));
        Assert.Equal(100, Governor.State.ErrorsRemaining);
    }

    [SkippableTheory]
    [InlineData("contracts/items_157872948_2020.json", 1)]
    [InlineData("contracts/everef-fixtures-2023-04/items-190319637.json", null)]
    [InlineData("contracts/everef-fixtures-2023-04/items-189863474.json", null)]
    [InlineData("contracts/everef-fixtures-2023-04/items-190160355.json", null)]
    public async Task Recorded_lines_are_read(string file, int? lines)
    {
        var body = RecordedData.Read(file);
        Upstream.On("/contracts/public/items/1?page=1", Reply.Json(body));

        var read = Assert.IsType<LinesAnswer.Complete>(await Esi.GetLinesAsync(new ContractId(1), default)).Lines;

        Assert.Equal(lines ?? JsonDocument.Parse(body).RootElement.GetArrayLength(), read.Count);
    }

    [SkippableTheory]
    [InlineData("contracts/everef-fixtures-2023-04/bids-190319637.json", 0)]
    [InlineData("contracts/everef-fixtures-2023-04/bids-5000.json", 2)]
    public async Task Recorded_bids_are_read(string file, int bids)
    {
        Upstream.On("/contracts/public/bids/1?page=1", Reply.Json(RecordedData.Read(file)));

        Assert.Equal(bids, (await Esi.GetBidsAsync(new ContractId(1), default))!.Bids.Count);
    }

    [SkippableFact]
    public async Task Recorded_answers_about_the_universe_are_read()
    {
        On("universe_types_192", "universe_groups_450", "universe_categories_6", "universe_regions", "universe_regions_10000001",
            "universe_systems_30000001", "universe_stations_60012526");

        Assert.Equal(
            new EsiType(new TypeId(192), "Phased Plasma M", new GroupId(83), new MarketGroupId(112), true, 0.0125), await Esi.GetTypeAsync(new TypeId(192), default));
        Assert.NotNull(await Esi.GetGroupAsync(new GroupId(450), default));
        Assert.Equal("Ship", (await Esi.GetCategoryAsync(CategoryId.Ship, default))!.Name.In(Language.En));
        Assert.True((await Esi.GetRegionIdsAsync(default)).Count > 100);
        Assert.Equal("Derelik", (await Esi.GetRegionAsync(new RegionId(10000001), default))!.Name.In(Language.En));
        Assert.Equal("Tanoo", (await Esi.GetSystemAsync(new SystemId(30000001), default))!.Name.In(Language.En));
        Assert.Equal(new SystemId(30000001), (await Esi.GetStationAsync(new LocationId(60012526), default))!.SystemId);
    }

    private static decimal Sum(IEnumerable<JsonElement> rows, string key) =>
        rows.Sum(row => row.TryGetProperty(key, out var value) ? value.GetDecimal() : 0);

    private void On(params string[] samples)
    {
        foreach (var sample in samples)
        {
            var recorded = RecordedData.ReadJson($"esi-samples/{sample}.json");
            var path = new Uri(recorded.GetProperty("uri").GetString()!).AbsolutePath;
            Upstream.On(path, Reply.Json(recorded.GetProperty("body").GetRawText()));
        }
    }
}
