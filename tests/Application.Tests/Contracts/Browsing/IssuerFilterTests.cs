using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Contracts of some issuers (B15).</summary>
public sealed class IssuerFilterTests : BrowsingTest
{
    private static readonly CharacterId Ada = new(2_112_000_007);
    private static readonly CharacterId Bob = new(90_000_001);

    public IssuerFilterTests() => Given(By(1, Ada), By(2, Bob), By(3, Ada), ACourier(4), By(5, Ada).Expiring(Noon));

    [Fact]
    public async Task Issuers_are_any_of_those_given()
    {
        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { IssuerIds = [Ada] }));
        Assert.Equal([1, 2, 3], await FoundAsync(new BrowseContracts { IssuerIds = [Bob, Ada, Bob] }));
    }

    [Fact]
    public async Task Who_issued_nothing_and_a_corporation_are_no_issuers()
    {
        Assert.Equal([], await FoundAsync(new BrowseContracts { IssuerIds = [new CharacterId(1)] }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { IssuerIds = [new CharacterId(98_000_001)] }));
    }

    [Fact]
    public void Issuers_alone_are_persons() =>
        Assert.Equal([ContractFilters.Issuers], ContractFilters.Table.All.Where(filter => filter.NamesPersons));

    private static ContractBuilder By(long id, CharacterId issuer) => ACourier(id).With(row => row with { IssuerId = issuer });
}
