using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>The base of tests that browse a market.</summary>
public abstract class BrowsingTest
{
    private protected SettledMarket Market { get; } = World.AMarket();

    private protected void Given(params IEnumerable<ContractBuilder> contracts) => Market.Add(contracts);

    private protected void Given(params IEnumerable<Contract> contracts) => Market.Add(contracts);

    private protected Task<ContractPage> BrowseAsync(BrowseContracts query) => new BrowseContractsHandler(Market.Pin).Handle(query, default);

    /// <summary>The ids of the rows in the order in which they are shown.</summary>
    private protected async Task<IEnumerable<long>> ShownAsync(BrowseContracts query) => (await BrowseAsync(query)).Items.Select(row => row.ContractId);

    /// <summary>The ids of the rows, the lowest first.</summary>
    private protected async Task<IEnumerable<long>> FoundAsync(BrowseContracts query) => (await ShownAsync(query)).Order();
}
