using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.ExportingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Every live contract that meets the filters, by id and in batches.</summary>
public sealed class ExportContractsTests
{
    private readonly SettledMarket _market = AMarket();

    [Fact]
    public async Task Rows_are_sorted_by_id_for_every_requested_sort_and_page()
    {
        _market.Add(Numbered(3).Priced(1), Numbered(1).Priced(2), Numbered(2).Priced(3));

        var query = new BrowseContracts { SortBy = ContractSort.Price, SortDirection = SortDirection.Asc, Page = 2, Size = 1, Cursor = "nonsense" };

        Assert.Equal([1, 2, 3], await IdsAsync(query));
    }

    [Fact]
    public async Task All_filters_count()
    {
        _market.Add(
            Numbered(1).Titled("rokh").Priced(5).Offering(Known.Rokh), Numbered(2).Titled("rokh").Priced(6).Offering(Known.Rokh), ACourier(3).Titled("rokh"),
            Numbered(4).Priced(5).Offering(Known.Rokh).From(Keepstar));

        Assert.Equal([1, 4], await IdsAsync(new BrowseContracts { MaxPrice = 5 }));
        Assert.Equal([1, 2, 3, 4], await IdsAsync(new BrowseContracts { Search = "rokh" }));
        Assert.Equal([1, 2], await IdsAsync(new BrowseContracts { SystemIds = [Jita], TypeIds = [Known.Rokh] }));
        Assert.Equal([3], await IdsAsync(new BrowseContracts { ContractTypes = [ContractType.Courier] }));
        Assert.Equal([], await IdsAsync(new BrowseContracts { MaxPrice = 4 }));
    }

    [Fact]
    public async Task Pending_contracts_are_left_out_only_where_a_filter_needs_lines()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh), Numbered(2), ACourier(3));

        Assert.Equal([1, 2, 3], await IdsAsync(new BrowseContracts { SortBy = ContractSort.ShipName }));
        Assert.Equal([1], await IdsAsync(new BrowseContracts { IsShipContract = true }));
        Assert.Equal([3], await IdsAsync(new BrowseContracts { IsShipContract = false }));
    }

    [Fact]
    public async Task Only_live_contracts_are_exported()
    {
        _market.Add(Numbered(1).Expiring(Noon), Numbered(2), Numbered(3));
        _market.Contracts[2].Close(Noon);

        Assert.Equal([2], await IdsAsync(new BrowseContracts()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_000, 1)]
    public async Task A_batch_holds_a_thousand_rows_at_most(int rows, params int[] batches)
    {
        _market.Add(Enumerable.Range(1, rows).Select(id => ACourier(id)));

        Assert.Equal(batches, (await ExportAsync(new BrowseContracts())).Select(batch => batch.Count));
    }

    [Fact]
    public async Task Rows_are_worded_in_the_readers_language()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh));

        Assert.Equal("Rokh (de)", Assert.Single((await ExportAsync(new BrowseContracts { Lang = Language.De })).Single()).PrimaryLabel);
    }

    [Fact]
    public async Task An_export_uses_one_state_of_the_market_to_its_end()
    {
        _market.Add(Numbered(1));
        var pin = _market.Pin;
        var export = await new ExportContractsHandler(pin).Handle(new ExportContracts { Filters = new BrowseContracts() }, default);
        _market.Add(Numbered(2));
        pin.Take(new(_market.View, TimeSpan.Zero));

        Assert.Equal([1], (await export.ToListAsync()).SelectMany(batch => batch).Select(row => row.ContractId));
    }

    [Fact]
    public async Task A_cancelled_export_stops()
    {
        _market.Add(Numbered(1));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new ExportContractsHandler(_market.Pin).Handle(new ExportContracts { Filters = new BrowseContracts() }, given.Token));
    }

    private async Task<IEnumerable<long>> IdsAsync(BrowseContracts filters) => (await ExportAsync(filters)).SelectMany(batch => batch).Select(row => row.ContractId);

    private async Task<List<IReadOnlyList<ContractRow>>> ExportAsync(BrowseContracts filters) =>
        await (await new ExportContractsHandler(_market.Pin).Handle(new ExportContracts { Filters = filters }, default)).ToListAsync();
}
