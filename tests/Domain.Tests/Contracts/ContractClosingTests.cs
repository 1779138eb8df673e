using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ContractClosingTests
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    [Theory]
    [InlineData(ContractType.ItemExchange, -1, false, ClosureEvidence.Expired)]
    [InlineData(ContractType.ItemExchange, 0, false, ClosureEvidence.Expired)]
    [InlineData(ContractType.ItemExchange, 1, false, ClosureEvidence.GoneEarly)]
    [InlineData(ContractType.ItemExchange, 1, true, ClosureEvidence.Accepted)]
    [InlineData(ContractType.ItemExchange, -1, true, ClosureEvidence.Accepted)]
    [InlineData(ContractType.Courier, 0, false, ClosureEvidence.Expired)]
    [InlineData(ContractType.Courier, 1, false, ClosureEvidence.GoneEarly)]
    [InlineData(ContractType.Loan, 0, false, ClosureEvidence.Expired)]
    [InlineData(ContractType.Loan, 1, false, ClosureEvidence.GoneEarly)]
    [InlineData(ContractType.Unknown, 0, false, ClosureEvidence.Expired)]
    [InlineData(ContractType.Unknown, 1, false, ClosureEvidence.GoneEarly)]
    [InlineData(ContractType.Auction, Day + 1, false, ClosureEvidence.GoneEarly)]
    [InlineData(ContractType.Auction, Day, false, ClosureEvidence.Gone)]
    [InlineData(ContractType.Auction, 2 * Hour, false, ClosureEvidence.Gone)]
    [InlineData(ContractType.Auction, 0, false, ClosureEvidence.Gone)]
    [InlineData(ContractType.Auction, 1, true, ClosureEvidence.Accepted)]
    public void The_evidence_decides_how_a_contract_ended(ContractType type, int secondsLeft, bool acceptedSeen, ClosureEvidence evidence)
    {
        var contract = AContract(type).Expiring(Noon.AddSeconds(secondsLeft)).Listed();
        if (acceptedSeen) contract.MissLines(Noon, accepted: true);

        contract.Close(Noon);

        Assert.Equal((evidence, Noon), (contract.Closure, contract.ClosedAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public void An_auctions_dates_alone_do_not_prove_that_it_expired(int secondsLeft) =>
        Assert.NotEqual(
            ClosureEvidence.Expired,
            Contract.EvidenceOf(ContractType.Auction, Noon.AddSeconds(secondsLeft), acceptedSeen: false, Noon));

    [Fact]
    public void Having_been_seen_accepted_is_not_forgotten_at_the_next_miss()
    {
        var contract = AContract().Listed();

        contract.MissLines(Noon, accepted: true);
        contract.MissLines(Noon, accepted: false);

        Assert.True(contract.AcceptedSeen);
    }

    [Fact]
    public void Having_been_seen_accepted_is_forgotten_when_the_contract_comes_back()
    {
        var row = AListedContract();
        var contract = Contract.FromListing(row, TheForge);
        contract.MissLines(Noon, accepted: true);
        contract.Close(Noon);

        contract.Relist(row);

        Assert.False(contract.AcceptedSeen);
    }

    [Fact]
    public void A_closed_contract_is_not_closed_again()
    {
        var contract = AContract().Listed();
        contract.Close(Noon);

        Assert.Throws<DomainException>(() => contract.Close(Noon.AddHours(1)));
        Assert.Equal(Noon, contract.ClosedAt);
    }

    [Fact]
    public void A_closed_contract_keeps_what_is_known_of_it()
    {
        var contract = AContract().Priced(100).Offering(Known.Rokh).Build();

        contract.Close(Noon);

        Assert.Equal((Isk.Of(100), "Rokh", 1), (contract.Price, contract.ShipName, contract.Lines.Count));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_listed_contract_is_live_until_its_date(int seconds, bool live) =>
        Assert.Equal(live, AContract().Expiring(Noon).Listed().IsLive(Noon.AddSeconds(seconds)));

    [Fact]
    public void A_closed_contract_is_not_live_even_before_its_date()
    {
        var contract = AContract().Expiring(Noon.AddDays(1)).Listed();

        contract.Close(Noon);

        Assert.False(contract.IsLive(Noon));
    }
}
