using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Exports;

/// <summary>The list as a file.</summary>
public abstract class ExportTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Csv = "/api/v1/contracts/export?format=csv";
    private const string Ndjson = "/api/v1/contracts/export?format=ndjson";
    private const string Sheet = "/api/v1/contracts/export?format=sheet";
    private const string ItsLines = "/api/v1/contracts/export?format=lines";

    private ApiFactory _api = null!;

    public async Task InitializeAsync() => _api = await ApiFactory.StartAsync(provider);

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task Ndjson_has_a_line_a_contract_each_as_the_list_has_it()
    {
        await GivenAFewAsync();
        var listed = (await _api.GetAsync("/api/v1/contracts/?lang=ja")).Expect(HttpStatusCode.OK).Json.GetProperty("items")
            .EnumerateArray().OrderBy(row => row.GetProperty("contract_id").GetInt64()).Select(row => row.GetRawText());

        var export = (await _api.GetAsync($"{Ndjson}&lang=ja")).Expect(HttpStatusCode.OK);

        Assert.Equal("application/x-ndjson; charset=utf-8", export.Header("Content-Type"));
        Assert.EndsWith("}\n", export.Body, StringComparison.Ordinal);
        Assert.Equal(listed, Lines(export));
    }

    [SkippableFact]
    public async Task Csv_has_a_header_and_a_line_a_contract()
    {
        var ids = await GivenAFewAsync();

        var export = (await _api.GetAsync(Csv)).Expect(HttpStatusCode.OK);
        var table = CsvTable.Read(export.Body);

        Assert.StartsWith("text/csv; charset=utf-8", export.Header("Content-Type"), StringComparison.Ordinal);
        Assert.False(export.Body.StartsWith('\uFEFF'));
        Assert.EndsWith("\r\n", export.Body, StringComparison.Ordinal);
        Assert.Equal(ids.Select(id => $"{id}"), table.Column("contract_id"));
        Assert.Equal(["item_exchange", "auction", "courier"], table.Column("type"));
        Assert.Equal(["285000000.00", "1.00", ""], table.Column("price"));
        Assert.Equal(["true", "true", "false"], table.Column("is_ship_contract"));
        Assert.Equal(["0.9", "0.9", "-0.4"], table.Column("start_security"));
        Assert.Equal("2026-03-20T12:00:00.000Z", table.Column("date_expired")[0]);
        Assert.Equal("Material: 1; Ship: 1", table.Column("composition_categories")[0]);
    }

    [SkippableFact]
    public async Task Csv_has_a_column_for_every_key_of_a_row()
    {
        var table = CsvTable.Read((await _api.GetAsync(Csv)).Expect(HttpStatusCode.OK).Body);
        var keys = typeof(ContractRow).GetProperties()
            .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: true)).Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? PropertyName.ToParameter(property.Name));

        Assert.All(keys, key => Assert.Contains(table.Header, column => column == key || column.StartsWith($"{key}_", StringComparison.Ordinal)));
        Assert.Empty(table.Rows);
    }

    [SkippableTheory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "'=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\u200B=1+1", "\u200B'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("cheap;=1+1", "cheap;'=1+1")]
    [InlineData("cheap; \"@SUM(A1)", "cheap; \"'@SUM(A1)")]
    [InlineData("a|+1", "a|'+1")]
    [InlineData("Rokh, -10 % off; T2", "Rokh, -10 % off; T2")]
    [InlineData("plain", "plain")]
    [InlineData("commas, \"quotes\" and 東京 🚀", "commas, \"quotes\" and 東京 🚀")]
    public async Task A_title_is_text_and_no_formula(string title, string expected)
    {
        await _api.GivenContract(ContractBuilder.AContract().Titled(title).Offering(Universe.Rokh));

        Assert.Equal([expected], CsvTable.Read((await _api.GetAsync(Csv)).Body).Column("title"));
    }

    [SkippableTheory]
    [InlineData(Sheet, "title", "=1+1", "'=1+1")]
    [InlineData(Sheet, "title", "&#61;1+1 <b>&amp;</b>", "'=1+1 &")]
    [InlineData(Sheet, "title", "cheap;@SUM(A1)", "cheap;'@SUM(A1)")]
    [InlineData(Csv, "title", "&#61;1+1", "'=1+1")]
    [InlineData(Csv, "title", "<color=red>ME-&gt;10</color>", "ME->10")]
    public async Task Every_file_has_text_without_formulas_and_without_the_games_markup(string export, string column, string title, string expected)
    {
        await _api.GivenContract(ContractBuilder.AContract().Titled(title).Offering(Universe.Rokh));

        Assert.Equal([expected], CsvTable.Read((await _api.GetAsync(export)).Body.TrimStart('\uFEFF')).Column(column));
    }

    [SkippableFact]
    public async Task A_sheet_is_csv_for_spreadsheets()
    {
        var ids = await GivenAFewAsync();

        var export = (await _api.GetAsync(Sheet)).Expect(HttpStatusCode.OK);

        Assert.StartsWith("text/csv; charset=utf-8", export.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("attachment; filename=hangar-bay-contracts-20260314T120000Z.csv", export.Header("Content-Disposition"));
        Assert.StartsWith("\uFEFFcontract_id,type,", export.Body, StringComparison.Ordinal);
        var table = CsvTable.Read(export.Body[1..]);
        Assert.Equal(ids.Select(id => $"{id}"), table.Column("contract_id"));
        Assert.Equal(["285000000", "1", ""], table.Column("price"));
        Assert.Equal(["", "12.5", ""], table.Column("current_bid"));
        Assert.Equal(["", "", "54761890.14"], table.Column("reward_per_volume"));
        Assert.Equal(["", "", "0.0046"], table.Column("volume"));
        Assert.Equal(["2026-03-20 12:00", "2026-03-20 12:00", "2026-03-20 12:00"], table.Column("date_expired"));
        Assert.Equal(["The Forge", "The Forge", "The Forge"], table.Column("start_location_region_name"));
        Assert.Equal(["Jita", "Jita", "1DQ1-A"], table.Column("start_location_system_name"));
        Assert.Equal(["", "", "Jita"], table.Column("end_location_system_name"));
        Assert.Equal(ids.Select(id => $"/contracts/{id}"), table.Column("address"));
        Assert.Contains(",2026-03-20 12:00,", export.Body, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_sheet_has_whole_addresses_where_the_site_has_one()
    {
        await using var api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Site:Address"] = "https://hangar.example.com" });
        var id = await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));

        var table = CsvTable.Read((await api.GetAsync(Sheet)).Expect(HttpStatusCode.OK).Body[1..]);

        Assert.Equal([$"https://hangar.example.com/contracts/{id}"], table.Column("address"));
    }

    [SkippableFact]
    public async Task A_sheet_has_all_columns_of_csv_in_their_order_and_names_behind_ids()
    {
        var plain = CsvTable.Read((await _api.GetAsync(Csv)).Expect(HttpStatusCode.OK).Body).Header;
        var sheet = CsvTable.Read((await _api.GetAsync(Sheet)).Expect(HttpStatusCode.OK).Body[1..]).Header.ToList();

        string[] more = ["start_location_system_name", "start_location_region_name", "end_location_system_name", "address"];
        Assert.Equal(plain, sheet.Except(more));
        Assert.All(more.SkipLast(1), name => Assert.Equal(name.Replace("_name", "_id", StringComparison.Ordinal), sheet[sheet.IndexOf(name) - 1]));
        Assert.Equal("address", sheet[^1]);
    }

    [SkippableFact]
    public async Task Lines_have_a_header_and_a_row_a_line()
    {
        var ids = await _api.GivenContracts(
            ContractBuilder.AContract().Offering(Universe.Rokh).OfferingAStackOf(Universe.Tritanium, 5_000_000_000).Requesting(Universe.NeverHeardOf),
            ContractBuilder.ACourier(), ContractBuilder.AContract(), ContractBuilder.AContract().OfferingACopyOf(Universe.RokhBlueprint, 10, 8, 14));

        var export = (await _api.GetAsync($"{ItsLines}&lang=de")).Expect(HttpStatusCode.OK);
        var table = CsvTable.Read(export.Body);

        Assert.Equal("attachment; filename=hangar-bay-lines-20260314T120000Z.csv", export.Header("Content-Disposition"));
        Assert.Equal("no-store", export.Header("Cache-Control"));
        Assert.Equal("de", export.Header("Content-Language"));
        Assert.Equal([$"{ids[0]}", $"{ids[0]}", $"{ids[0]}", $"{ids[3]}"], table.Column("contract_id"));
        Assert.Equal(["1", "2", "3", "1"], table.Column("record_id"));
        Assert.Equal(["24688", "34", "999999", "24689"], table.Column("type_id"));
        Assert.Equal(["Rokh", "Tritan", "", "Rokh Blueprint"], table.Column("type_name"));
        Assert.Equal(["1", "5000000000", "1", "1"], table.Column("quantity"));
        Assert.Equal(["true", "true", "false", "true"], table.Column("is_included"));
        Assert.Equal(["false", "false", "false", "true"], table.Column("is_blueprint_copy"));
        Assert.Equal([("", "", ""), ("", "", ""), ("", "", ""), ("10", "8", "14")], table.Column("runs").Zip(table.Column("material_efficiency"), table.Column("time_efficiency")));
        Assert.Equal(["Schiff", "Material", "", "Blueprint"], table.Column("category"));
    }

    [SkippableFact]
    public async Task Lines_have_a_column_for_every_key_of_a_line()
    {
        var table = CsvTable.Read((await _api.GetAsync(ItsLines)).Expect(HttpStatusCode.OK).Body);
        var keys = typeof(LineDetail).GetProperties()
            .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: true)).Select(property => PropertyName.ToParameter(property.Name));

        Assert.Equal(keys.Append("contract_id").Order(), table.Header.Order());
        Assert.Empty(table.Rows);
    }

    [SkippableFact]
    public async Task Lines_of_many_contracts_come_each_once_and_in_order()
    {
        var ids = await _api.GivenContracts([.. Enumerable.Range(0, 350).Select(_ => ContractBuilder.AContract().Offering(Universe.Rokh, Universe.Tritanium))]);

        var table = CsvTable.Read((await _api.GetAsync($"{ItsLines}&type_ids=24688&size=1&sort_by=price")).Body);

        Assert.Equal(ids.SelectMany(id => new[] { $"{id}/1", $"{id}/2" }), table.Column("contract_id").Zip(table.Column("record_id"), (contract, record) => $"{contract}/{record}"));
        Assert.Empty(CsvTable.Read((await _api.GetAsync($"{ItsLines}&type_ids=587")).Body).Rows);
    }

    [SkippableFact]
    public async Task All_text_is_quoted_and_no_number_is()
    {
        await _api.GivenContract(ContractBuilder.AContract().Titled("plain").Priced(5).Offering(Universe.Rokh));

        var row = (await _api.GetAsync(Csv)).Expect(HttpStatusCode.OK).Body.Split("\r\n")[1];

        Assert.Contains(",\"plain\",\"Rokh\",5.00,,", row, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Filters_cut_an_export_as_they_cut_the_list()
    {
        var ids = await GivenAFewAsync();

        Assert.Equal([ids[1]], Ids(await _api.GetAsync($"{Ndjson}&type_ids=587&size=1&page=9&sort_by=price")));
        Assert.Equal([ids[0]], Ids(await _api.GetAsync($"{Ndjson}&search=rokh")));
        Assert.Equal([ids[2]], Ids(await _api.GetAsync($"{Ndjson}&contract_type=courier")));
        Assert.Empty(Ids(await _api.GetAsync($"{Ndjson}&min_price=1000000000")));
    }

    [SkippableFact]
    public async Task Every_contract_is_exported_once_and_in_order()
    {
        var ids = await _api.GivenContracts([.. Enumerable.Range(0, 2001).Select(_ => ContractBuilder.AContract().Offering(Universe.Rokh))]);

        Assert.Equal(ids, Ids(await _api.GetAsync(Ndjson)));
        Assert.Equal(ids.Select(id => $"{id}"), CsvTable.Read((await _api.GetAsync(Csv)).Body).Column("contract_id"));
    }

    [SkippableFact]
    public async Task An_export_is_a_named_file_that_is_not_cached()
    {
        var export = (await _api.GetAsync("/api/v1/contracts/export")).Expect(HttpStatusCode.OK);

        Assert.Equal("attachment; filename=hangar-bay-contracts-20260314T120000Z.csv", export.Header("Content-Disposition"));
        Assert.Equal("no-store", export.Header("Cache-Control"));
        Assert.Null(export.Header("ETag"));
        foreach (var path in new[] { Csv, Ndjson, Sheet, ItsLines })
        {
            var (get, head) = ((await _api.GetAsync(path)).Expect(HttpStatusCode.OK), (await _api.SendAsync(HttpMethod.Head, path)).Expect(HttpStatusCode.OK));
            Assert.Equal("", head.Body);
            Assert.Null(get.Header("ETag"));
            foreach (var name in new[] { "Content-Type", "Content-Disposition", "Cache-Control" }) Assert.Equal(get.Header(name), head.Header(name));
        }
    }

    [SkippableFact]
    public async Task All_errors_of_an_export_are_reported_at_once()
    {
        var answer = await _api.GetAsync("/api/v1/contracts/export?format=xlsx&min_price=abc&max_me=1&min_me=2");

        Assert.Equal(["format", "max_me", "min_price"], answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [SkippableFact]
    public async Task A_failure_before_the_first_row_is_a_problem()
    {
        await _api.GivenTheContractsAreGone();

        Assert.NotNull((await _api.GetAsync(Csv)).ExpectProblem(HttpStatusCode.ServiceUnavailable).Header("Retry-After"));
    }

    [SkippableFact]
    public async Task Lines_that_cannot_be_read_are_told_before_the_first_row()
    {
        await _api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        (await _api.GetAsync(ItsLines)).Expect(HttpStatusCode.OK);
        await _api.ExecuteAsync("ALTER TABLE contract_lines RENAME TO contract_lines_gone");

        Assert.NotNull((await _api.GetAsync(ItsLines)).ExpectProblem(HttpStatusCode.ServiceUnavailable).Header("Retry-After"));
    }

    [SkippableFact]
    public async Task Everything_wrong_with_an_export_of_lines_is_told_at_once() => Assert.Equal(
        ["max_me", "min_price"], (await _api.GetAsync($"{ItsLines}&min_price=abc&max_me=1&min_me=2")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);

    private async Task<IReadOnlyList<long>> GivenAFewAsync()
    {
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        var palace = await _api.GivenAStationInNullSec();
        return await _api.GivenContracts(
            ContractBuilder.AContract().Titled("Cheap <Rokh>, \"as new\"").Priced(285_000_000).Offering(Universe.Rokh, Universe.Tritanium),
            ContractBuilder.AnAuction().Priced(1).Offering(Universe.Rifter).WithBidsOf(10, 12.5m),
            ContractBuilder.ACourier().With(row => row with { Reward = 249_741.6m, Volume = 0.00456050, StartLocationId = palace, EndLocationId = Universe.Jita }));
    }

    private static string[] Lines(Answer export) => export.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<long> Ids(Answer export) => Lines(export.Expect(HttpStatusCode.OK))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("contract_id").GetInt64());
}

public sealed class SqliteExportTests() : ExportTests(DatabaseProvider.Sqlite);

public sealed class PostgresExportTests() : ExportTests(DatabaseProvider.Postgres);
