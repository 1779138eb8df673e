using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.ExportingLines;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Every line of every live contract that meets the filters, by contract and record id.</summary>
public sealed class ExportLinesTests
{
    private readonly SettledMarket _market = AMarket();
    private readonly Stored<Contract> _stored = new Stored<Contract>().Streaming<ContractLine>();

    [Fact]
    public async Task All_lines_come_by_contract_and_record_whatever_sort_and_page_are_asked_for()
    {
        Given(
            Numbered(3).Offering(Known.Rokh), Numbered(1).Offering(Known.Railgun).Requesting(Known.Rifter).OfferingCopy(Known.RifterBlueprint), ACourier(2));

        var query = new BrowseContracts { SortBy = ContractSort.Price, SortDirection = SortDirection.Desc, Page = 2, Size = 1, Cursor = "nonsense" };

        Assert.Equal([(1, 1), (1, 2), (1, 3), (3, 1)], (await LinesAsync(query)).Select(line => (line.ContractId, line.Line.RecordId)));
    }

    [Fact]
    public async Task Lines_are_told_as_on_the_contracts_own_page()
    {
        Given(Numbered(1).Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint).Offering(Known.Mystery));
        var contract = _stored.Single();
        var page = await new GetContractHandler(_stored.Reading, new Stored<Domain.Universe.Character>().Reading, new Stored<Domain.Universe.Corporation>().Reading, _market.Pin)
            .Handle(new GetContract { ContractId = contract.Id, Lang = Language.De }, default);

        Assert.Equal(page!.Lines.Select(line => new ExportedLine(1, line)), await LinesAsync(new BrowseContracts { Lang = Language.De }));
    }

    [Fact]
    public async Task Filters_choose_contracts_with_all_their_lines()
    {
        Given(
            Numbered(1).Priced(5).Offering(Known.Rokh).Offering(Known.Railgun), Numbered(2).Priced(6).Offering(Known.Rokh), Numbered(3).Expiring(Noon).Offering(Known.Rokh));

        Assert.Equal([(1, 1), (1, 2)], (await LinesAsync(new BrowseContracts { MaxPrice = 5, TypeIds = [Known.Rokh] })).Select(line => (line.ContractId, line.Line.RecordId)));
        Assert.Equal([1, 1, 2], (await LinesAsync(new BrowseContracts())).Select(line => line.ContractId));
        Assert.Empty(await LinesAsync(new BrowseContracts { MaxPrice = 4 }));
    }

    [Fact]
    public async Task Lines_that_came_after_the_start_are_left_out()
    {
        Given(Numbered(1), Numbered(2).Offering(Known.Rokh));
        var export = await ExportAsync(new BrowseContracts());
        _stored.RemoveAll(contract => contract.Id.Value == 1);
        _stored.Add(Numbered(1).Offering(Known.Rifter).In(TheForge));

        Assert.Equal([2], (await export.ToListAsync()).SelectMany(batch => batch).Select(line => line.ContractId));
    }

    [Fact]
    public async Task A_batch_holds_the_lines_of_a_hundred_contracts_at_most_and_none_is_empty()
    {
        Given([.. Enumerable.Range(1, 250).Select(id => Numbered(id).Offering(Known.Rokh).Offering(Known.Railgun)), ACourier(300)]);
        // Contracts that were pruned in the meantime have no lines any more.
        _stored.RemoveRange(100, 100);

        Assert.Equal([200, 100], (await (await ExportAsync(new BrowseContracts())).ToListAsync()).Select(batch => batch.Count));
    }

    [Fact]
    public async Task An_export_that_nobody_waits_for_any_more_is_broken_off()
    {
        Given(Numbered(1).Offering(Known.Rokh));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new ExportLinesHandler(_market.Pin, _stored.Reading).Handle(new ExportLines { Filters = new BrowseContracts() }, given.Token));
    }

    [Fact]
    public void What_is_wrong_with_the_filters_has_their_names()
    {
        var verdict = new ExportLinesValidator().Validate(new ExportLines { Filters = new BrowseContracts { MinPrice = 2, MaxPrice = 1 } });

        Assert.Equal([nameof(BrowseContracts.MaxPrice)], verdict.Errors.Select(error => error.PropertyName));
        Assert.True(new ExportLinesValidator().Validate(new ExportLines { Filters = new BrowseContracts() }).IsValid);
    }

    private void Given(params IEnumerable<ContractBuilder> contracts)
    {
        var built = contracts.Select(contract => contract.In(TheForge)).ToList();
        _market.Add(built);
        _stored.AddRange(built);
    }

    private Task<IAsyncEnumerable<IReadOnlyList<ExportedLine>>> ExportAsync(BrowseContracts filters) =>
        new ExportLinesHandler(_market.Pin, _stored.Reading).Handle(new ExportLines { Filters = filters }, default);

    private async Task<IEnumerable<ExportedLine>> LinesAsync(BrowseContracts filters) => (await (await ExportAsync(filters)).ToListAsync()).SelectMany(batch => batch);
}
