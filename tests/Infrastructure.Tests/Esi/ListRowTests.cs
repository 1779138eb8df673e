using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Each row of a list, good and bad (M9). Readable rows are passed on; the others go to quarantine with a reason.</summary>
public sealed class ListRowTests : EsiTests
{
    [Fact]
    public async Task A_full_row_is_read_as_it_was_sent()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(
            ("type", "\"courier\""), ("title", "\"Rokh <b>fitted</b>\""), ("for_corporation", "true"), ("price", "1250000000.01"),
            ("buyout", "1E+9"), ("collateral", "0.0"), ("reward", "9000000"), ("volume", "2.1699999999999986"), ("days_to_complete", "7"),
            ("start_location_id", "60003760"), ("end_location_id", "1038457641673"), ("issuer_id", "4611686018"))]));

        var row = Assert.Single((await ReadPageAsync()).Rows);

        Assert.Null(row.UnknownType);
        Assert.Equal(
            new ListedContract
            {
                Id = new ContractId(157834735),
                Type = ContractType.Courier,
                IssuerId = new CharacterId(4611686018),
                IssuerCorporationId = new CorporationId(897372069),
                ForCorporation = true,
                Title = "Rokh <b>fitted</b>",
                StartLocationId = new LocationId(60003760),
                EndLocationId = new LocationId(1038457641673),
                Price = 1250000000.01m,
                Buyout = 1_000_000_000m,
                Collateral = 0m,
                Reward = 9_000_000m,
                Volume = 2.1699999999999986,
                DaysToComplete = 7,
                DateIssued = new DateTimeOffset(2026, 8, 20, 21, 36, 41, TimeSpan.Zero),
                DateExpired = new DateTimeOffset(2026, 9, 17, 21, 36, 41, TimeSpan.Zero),
            },
            row.Contract);
    }

    [Fact]
    public async Task What_ESI_leaves_out_is_null_or_false_never_zero()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(), Rows.AContract(("price", "null"), ("for_corporation", "null"), ("title", "null"))]));

        var page = await ReadPageAsync();

        Assert.Empty(page.Rejected);
        Assert.All(page.Rows, row =>
        {
            var contract = row.Contract;
            Assert.False(contract.ForCorporation);
            Assert.Null(contract.Title);
            Assert.Equal([null, null, null, null], new[] { contract.Price, contract.Buyout, contract.Collateral, contract.Reward });
            Assert.Null(contract.Volume);
            Assert.Null(contract.DaysToComplete);
            Assert.Null(contract.StartLocationId);
            Assert.Null(contract.EndLocationId);
        });
    }

    [Theory]
    [InlineData("cheap \\ud83d rokh", "cheap \uFFFD rokh")]
    [InlineData("\\udc00", "\uFFFD")]
    [InlineData("\\ud83d\\ude80 and \\ud83d\\u0041 \\\"quoted\\\" \\\\ \\n", "\U0001F680 and \uFFFDA \"quoted\" \\ \n")]
    public async Task Half_a_surrogate_pair_costs_a_character_and_not_the_contract(string title, string read)
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("title", $"\"{title}\""))]));

        var page = await ReadPageAsync();

        Assert.Empty(page.Rejected);
        Assert.Equal(read, Assert.Single(page.Rows).Contract.Title);
    }

    [Theory]
    [InlineData("unknown", ContractType.Unknown, null)]
    [InlineData("item_exchange", ContractType.ItemExchange, null)]
    [InlineData("auction", ContractType.Auction, null)]
    [InlineData("courier", ContractType.Courier, null)]
    [InlineData("loan", ContractType.Loan, null)]
    [InlineData("barter", ContractType.Unknown, "barter")]
    [InlineData("Courier", ContractType.Unknown, "Courier")]
    [InlineData(@"bar\u0000\nter\u0085", ContractType.Unknown, "barter")]
    [InlineData(
        @"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ud83d\ude80", ContractType.Unknown, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_type_outside_the_enum_is_unknown_and_keeps_its_word(string sent, ContractType type, string? word)
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("type", $"\"{sent}\""))]));

        var row = Assert.Single((await ReadPageAsync()).Rows);

        Assert.Equal((type, word), (row.Contract.Type, row.UnknownType));
    }

    [Fact]
    public async Task A_title_of_60_characters_with_markup_and_control_characters_is_handed_on_whole()
    {
        const string title = "<script>alert(1)</script>\u0000\u0007\u202e 'quoted' & more and more ......";
        Assert.Equal(60, title.Length);
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("title", System.Text.Json.JsonSerializer.Serialize(title)))]));

        Assert.Equal(title, Assert.Single((await ReadPageAsync()).Rows).Contract.Title);
    }

    [Fact]
    public async Task Readable_but_impossible_values_are_passed_on_to_the_caller()
    {
        Upstream.On(FirstPage, Reply.Page(
        [
            Rows.AContract(("contract_id", "5"), ("volume", "-3.5")),
            Rows.AContract(("contract_id", "4"), ("price", "-1")),
            Rows.AContract(("contract_id", "4")),
            Rows.AContract(("contract_id", "-4"), ("days_to_complete", "-1")),
        ]));

        var page = await ReadPageAsync();

        Assert.Empty(page.Rejected);
        Assert.Equal([5, 4, 4, -4], page.Rows.Select(row => row.Contract.Id.Value));
        Assert.Equal(-3.5, page.Rows[0].Contract.Volume);
        Assert.Equal(-1m, page.Rows[1].Contract.Price);
    }

    [Theory]
    [InlineData("\"2026-08-20T21:36:41+02:00\"", 19)]
    [InlineData("\"2026-08-20T21:36:41\"", 21)]
    [InlineData("\"2026-08-20T21:36:41.5Z\"", 21)]
    public async Task An_instant_is_read_as_UTC(string sent, int hour)
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("date_issued", sent))]));

        var issued = Assert.Single((await ReadPageAsync()).Rows).Contract.DateIssued;

        Assert.Equal((hour, TimeSpan.Zero), (issued.Hour, issued.Offset));
    }

    public static TheoryData<string, string?, string> BadKeys => new()
    {
        { "issuer_id", null, "issuer_id is missing." },
        { "issuer_corporation_id", null, "issuer_corporation_id is missing." },
        { "type", null, "type is missing." },
        { "date_issued", null, "date_issued is missing." },
        { "date_expired", null, "date_expired is missing." },
        { "type", "null", "type is of the wrong kind, out of range or unreadable." },
        { "type", "7", "type is of the wrong kind, out of range or unreadable." },
        { "issuer_id", "4611686018427387904", "issuer_id is of the wrong kind, out of range or unreadable." },
        { "issuer_id", "1.5", "issuer_id is of the wrong kind, out of range or unreadable." },
        { "start_location_id", "4611686018427387904", "start_location_id is of the wrong kind, out of range or unreadable." },
        { "date_expired", "\"tomorrow\"", "date_expired is of the wrong kind, out of range or unreadable." },
        { "date_expired", "\"2026-02-30T00:00:00Z\"", "date_expired is of the wrong kind, out of range or unreadable." },
        { "date_issued", "1755725801", "date_issued is of the wrong kind, out of range or unreadable." },
        { "title", "{}", "title is of the wrong kind, out of range or unreadable." },
        { "price", "1e400", "price is of the wrong kind, out of range or unreadable." },
        { "price", "\"100\"", "price is of the wrong kind, out of range or unreadable." },
        { "reward", "79228162514264337593543950336", "reward is of the wrong kind, out of range or unreadable." },
        { "volume", "1e400", "volume is of the wrong kind, out of range or unreadable." },
        { "days_to_complete", "3000000000", "days_to_complete is of the wrong kind, out of range or unreadable." },
        { "for_corporation", "1", "for_corporation is of the wrong kind, out of range or unreadable." },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_row_that_cannot_be_read_is_set_aside_and_the_rest_lands(string key, string? json, string reason)
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("contract_id", "1")), Rows.AContract((key, json)), Rows.AContract(("contract_id", "3"))]));

        var page = await ReadPageAsync();

        Assert.Equal([1, 3], page.Rows.Select(row => row.Contract.Id.Value));
        var rejected = Assert.Single(page.Rejected);
        Assert.Equal((new ContractId(157834735), reason), (rejected.Id, rejected.Reason));
    }

    [Theory]
    [InlineData("4611686018427387904", 4611686018427387904)]
    [InlineData("9007199254740992", 9007199254740992)]
    [InlineData("9223372036854775808", null)]
    [InlineData("\"157834735\"", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    public async Task A_row_with_a_bad_id_reports_the_id_where_it_is_readable(string? json, long? id)
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("contract_id", json))]));

        var page = await ReadPageAsync();

        Assert.Empty(page.Rows);
        Assert.Equal(id, Assert.Single(page.Rejected).Id?.Value);
    }

    [Fact]
    public async Task The_largest_exact_id_is_read()
    {
        Upstream.On(FirstPage, Reply.Page([Rows.AContract(("contract_id", "9007199254740991"))]));

        Assert.Equal(ContractId.MaxValue, Assert.Single((await ReadPageAsync()).Rows).Contract.Id.Value);
    }

    [Fact]
    public async Task A_row_that_is_no_object_is_set_aside()
    {
        Upstream.On(FirstPage, Reply.Page(["null", "7", "\"row\"", "[]", Rows.AContract()]));

        var page = await ReadPageAsync();

        Assert.Single(page.Rows);
        Assert.Equal(4, page.Rejected.Count);
        Assert.All(page.Rejected, row => Assert.Equal((null, "The row is not an object."), (row.Id, row.Reason)));
    }
}
