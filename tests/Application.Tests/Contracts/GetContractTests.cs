using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using NSubstitute;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>A contract's own page: its state, its lines and its bids.</summary>
public sealed class GetContractTests
{
    private static readonly ContractId Id = AListedContract().Id;
    private static readonly Character Ada = new(AListedContract().IssuerId, "Ada", Noon);
    private static readonly Corporation Works = new(AListedContract().IssuerCorporationId, "Works", Noon);

    private readonly SettledMarket _market = new()
    {
        Categories = [new ItemCategory(CategoryId.Ship, LocalisedName.English("Ship"), isPublished: true)],
    };

    private readonly Stored<Contract> _contracts = [];
    private readonly Stored<Character> _characters = [];
    private readonly Stored<Corporation> _corporations = [];

    [Fact]
    public async Task An_unknown_contract_is_null() => Assert.Null(await FindAsync());

    [Fact]
    public async Task A_listed_contract_is_live_and_was_last_seen_by_its_regions_last_good_sweep()
    {
        _market.Coverages.Add(ARegionSweptAt(Noon.AddMinutes(-9)));
        _contracts.Add(AContract().Listed());

        var contract = await GetAsync();

        Assert.Equal(new ContractStatus(ContractState.Live, null, null), contract.Status);
        Assert.Equal(Noon.AddMinutes(-9), contract.LastSeenAt);
    }

    [Fact]
    public async Task A_contract_that_left_the_list_is_closed_as_the_sweep_saw_it()
    {
        AClosedContract();

        Assert.Equal(new ContractStatus(ContractState.Closed, ClosureEvidence.GoneEarly, Noon.AddMinutes(-9)), (await GetAsync()).Status);
    }

    [Theory]
    [InlineData(ContractType.ItemExchange, ClosureEvidence.Expired)]
    [InlineData(ContractType.Auction, ClosureEvidence.Gone)]
    public async Task An_expired_contract_is_closed_before_a_sweep_finds_it_gone(ContractType type, ClosureEvidence evidence)
    {
        _contracts.Add(AContract(type).Expiring(Noon.AddMinutes(-5)).Listed());

        Assert.Equal(new ContractStatus(ContractState.Closed, evidence, Noon.AddMinutes(-5)), (await GetAsync()).Status);
    }

    [Fact]
    public async Task An_expired_contract_that_was_seen_accepted_is_closed_as_accepted()
    {
        _contracts.Add(AContract().Expiring(Noon).Listed());
        _contracts[0].MissLines(Noon, accepted: true);

        Assert.Equal(ClosureEvidence.Accepted, (await GetAsync()).Status.Evidence);
    }

    [Fact]
    public async Task The_clock_counts_whole_minutes()
    {
        _contracts.Add(AContract().Expiring(Noon.AddSeconds(1)).Listed());

        Assert.Equal(ContractState.Live, (await GetAsync()).Status.State);
    }

    [Fact]
    public async Task Lines_come_in_the_order_of_their_record_ids()
    {
        _contracts.Add(AContract().Offering(Known.Rokh, recordId: 30).Requesting(Known.Railgun, recordId: 10).Offering(Known.Rifter, recordId: 20).Build());

        Assert.Equal([(10, false), (20, true), (30, true)], (await GetAsync()).Lines.Select(line => (line.RecordId, line.IsIncluded)));
    }

    [Fact]
    public async Task A_line_has_all_known_values_of_its_type()
    {
        var group = new GroupId(27);
        _market.Types.Add(ItemType.Known(Known.Rokh, LocalisedName.English("Rokh"), group, CategoryId.Ship, new MarketGroupId(80), true, null, Noon));
        _contracts.Add(AContract().Offering(Known.Rokh, quantity: 3).Build());

        var line = Assert.Single((await GetAsync(Language.De)).Lines);

        var expected = new LineDetail(1, Known.Rokh.Value, "Rokh", "Ship", CategoryId.Ship.Value, 27, 80, 3, true, false, null, null, null, null)
        {
            TypeNameLanguage = Language.En,
        };
        Assert.Equal(expected, line);
    }

    [Fact]
    public async Task A_line_of_an_unknown_type_has_no_name_and_no_category()
    {
        _contracts.Add(AContract().Offering(Known.Mystery).Build());

        var line = Assert.Single((await GetAsync()).Lines);

        Assert.Equal((Known.Mystery.Value, null, null, null), (line.TypeId, line.TypeName, line.Category, line.CategoryId));
    }

    [Fact]
    public async Task The_highest_bid_comes_first()
    {
        AnAuctionWithBids(100, 300, 200);

        Assert.Equal([300m, 200m, 100m], (await GetAsync()).Bids.Select(bid => bid.Amount.Amount));
    }

    [Fact]
    public async Task Bids_are_not_asked_for_where_there_are_none()
    {
        AnAuctionWithBids();

        Assert.Empty((await GetAsync()).Bids);
        await _contracts.Reading.DidNotReceive().ListAsync(Arg.Any<ContractWithBids>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_open_contracts_issuer_is_known_without_asking_the_database()
    {
        _contracts.Add(AContract().Listed());
        _market.Characters.Add(Ada);
        _market.Corporations.Add(Works);

        var contract = await GetAsync();

        Assert.Equal(("Ada", "Works"), (contract.IssuerName, contract.IssuerCorporationName));
        Assert.Empty(_characters.Reading.ReceivedCalls());
        Assert.Empty(_corporations.Reading.ReceivedCalls());
    }

    [Fact]
    public async Task A_closed_contracts_issuer_is_asked_of_the_database()
    {
        AClosedContract();
        _characters.AddRange([new Character(new CharacterId(1), "Nobody", Noon), Ada]);
        _corporations.AddRange([new Corporation(new CorporationId(1), "Nothing", Noon), Works]);

        var contract = await GetAsync();

        Assert.Equal(("Ada", "Works"), (contract.IssuerName, contract.IssuerCorporationName));
    }

    [Fact]
    public async Task An_issuer_without_a_stored_name_has_no_name()
    {
        AClosedContract();

        var contract = await GetAsync();

        Assert.Equal((null, null), (contract.IssuerName, contract.IssuerCorporationName));
    }

    private void AClosedContract()
    {
        _contracts.Add(AContract().Listed());
        _contracts[0].Close(Noon.AddMinutes(-9));
    }

    private void AnAuctionWithBids(params int[] amounts)
    {
        _contracts.Add(AContract(ContractType.Auction).Listed());
        _contracts[0].TakeBids([.. amounts.Select(isk => new AuctionBid(Id, isk, Isk.Of(isk), Noon))], Noon.AddHours(1));
    }

    private async Task<ContractDetail> GetAsync(Language language = Language.En) => Assert.IsType<ContractDetail>(await FindAsync(language));

    private Task<ContractDetail?> FindAsync(Language language = Language.En)
    {
        _market.Add(_contracts);
        return new GetContractHandler(_contracts.Reading, _characters.Reading, _corporations.Reading, _market.Pin)
            .Handle(new GetContract { ContractId = Id, Lang = language }, default);
    }
}
