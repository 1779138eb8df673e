using System.Text.Json.Nodes;
using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.EsiSandbox.Tests;

public sealed class MalformedTests : SandboxTest
{
    [Fact]
    public async Task A_row_can_lack_its_price() => Assert.Equal(1, await Broken(RowDamage.MissingPrice, row => !row.ContainsKey("price")));

    [Fact]
    public async Task A_row_can_lack_its_id() => Assert.Equal(1, await Broken(RowDamage.MissingId, row => !row.ContainsKey("contract_id")));

    [Fact]
    public async Task A_volume_can_be_negative() => Assert.Equal(1, await Broken(RowDamage.NegativeVolume, row => (double)row["volume"]! < 0));

    [Fact]
    public async Task A_type_can_be_unheard_of() => Assert.Equal(1, await Broken(RowDamage.UnknownType, row => (string)row["type"]! == "timeshare"));

    [Fact]
    public async Task A_date_can_be_none() => Assert.Equal(1, await Broken(RowDamage.BadDate, row => (string)row["date_expired"]! == "tomorrow"));

    [Fact]
    public async Task An_id_can_be_huge() => Assert.Equal(1, await Broken(RowDamage.HugeId, row => (long)row["contract_id"]! == 1L << 62));

    [Fact]
    public async Task A_title_can_be_wild() => Assert.Equal(1, await Broken(RowDamage.WildTitle, row =>
        (string)row["title"]! is { Length: 60 } title && title.Contains('\0') && title.Contains("<script>", StringComparison.Ordinal)));

    [Fact]
    public async Task A_row_can_come_twice()
    {
        var ids = (await Page(1, RowDamage.Duplicate)).Ids;

        Assert.Equal((1001, 1000), (ids.Length, ids.Distinct().Count()));
    }

    [Fact]
    public async Task Rows_can_be_out_of_order()
    {
        var ids = (await Page(1, RowDamage.Unordered)).Ids;

        Assert.NotEqual(ids.Order(), ids);
        Assert.Equal(1000, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_row_can_come_again_on_the_next_page()
    {
        var second = (await Page(2, RowDamage.DuplicateAcross)).Ids;
        var first = (await Page(1, RowDamage.DuplicateAcross)).Ids;

        Assert.Equal(first[^1], second[0]);
        Assert.Equal(1000, first.Length);
    }

    private async Task<int> Broken(RowDamage damage, Predicate<JsonObject> isBroken)
    {
        var sound = await Esi.GetAsync($"/contracts/public/{TheForge}");
        var reply = await Page(1, damage);
        Assert.Equal(sound.Rows.Count(), reply.Rows.Count());
        Assert.NotEqual(sound["ETag"], reply["ETag"]);
        Assert.DoesNotContain(sound.Rows, isBroken);
        return reply.Rows.Count(row => isBroken(row));
    }

    private Task<Reply> Page(int page, RowDamage damage)
    {
        Server.Faults.Add(new MalformedFault(damage) { Region = TheForge, Count = 1 });
        return Esi.GetAsync($"/contracts/public/{TheForge}?page={page}");
    }
}
