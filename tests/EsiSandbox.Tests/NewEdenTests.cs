using System.Security.Cryptography;
using System.Text;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Exports;
using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>
/// Benchmarks compare runs of different commits, and databases of tests are made from this market. So not one byte of it may change.
/// </summary>
public sealed class NewEdenTests
{
    [Theory]
    [InlineData(1, 2000, "3adf1a6c48ad9ed5f6ef718d9760770c")]
    [InlineData(2, 700, "4a7cd831e58a77ad8cecb7098288cec4")]
    [InlineData(77, 12_000, "9cf1aba0a73aea19115c1bd90b0d9a8e")]
    public void No_byte_of_its_lists_items_and_bids_has_changed(long seed, int contracts, string hash)
    {
        var sandbox = NewEden(seed, contracts);
        using var bytes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var region in sandbox.Market.Regions)
        {
            var list = sandbox.Market.Current(region)!;
            for (var page = 1; page <= list.Pages; page++)
                bytes.AppendData(list.Page(page).Body);
            foreach (var contract in list.Contracts)
            {
                bytes.AppendData(EsiRows.Write(sandbox.Market.Lines(contract)));
                bytes.AppendData(EsiRows.Write(sandbox.Market.Bids(contract)));
            }
        }

        Assert.Equal($"generated seed={seed} contracts={contracts}", sandbox.Identity);
        Assert.Equal(hash, Hex(bytes));
    }

    [Fact]
    public void No_byte_of_what_is_added_on_demand_has_changed()
    {
        var market = NewEden(1, 2000).Market;
        using var bytes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long[] added = [.. market.Add(10000043, 20), .. market.Add(10000043, 2, lines: 40)];
        foreach (var contract in added.Select(id => market.Find(id)!))
        {
            bytes.AppendData(ListRows.Write([contract], contract.Issued));
            bytes.AppendData(EsiRows.Write(market.Lines(contract)));
        }

        Assert.Equal("b08a961a0ea5396982bd6d20383119d9", Hex(bytes));
    }

    [Fact]
    public void No_byte_of_its_types_and_places_has_changed()
    {
        var sandbox = NewEden(1, 2000);
        using var bytes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, lines) in StaticTables.All(sandbox.Catalogue))
        {
            bytes.AppendData(Encoding.UTF8.GetBytes(name));
            foreach (var line in lines)
                bytes.AppendData(line);
        }

        bytes.AppendData(StructureList.Json(sandbox));

        Assert.Equal("7a93d73a71258ba47bcbbe6c39fb7d4f", Hex(bytes));
    }

    private static Sandbox NewEden(long seed, int contracts) => Sandbox.Create(
        new() { Seed = seed, Contracts = contracts, Shape = MarketShape.NewEden }, new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero)));

    private static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
}
