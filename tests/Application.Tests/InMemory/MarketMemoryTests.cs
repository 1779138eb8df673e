using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory;

/// <summary>The market in memory returns the same values as the domain.</summary>
public sealed class MarketMemoryTests
{
    private readonly MarketMemory _memory = new();

    [Fact]
    public void A_contract_in_memory_has_the_values_of_the_domain() => AnyContract.Open.Array[1, 30].Sample(contracts =>
    {
        var put = contracts.Select((contract, index) => contract(index + 1)).ToList();

        Assert.Equal(put.Select(Held.Of), Held.AllOf(Memories.AStateOf(put)));
    });

    [Fact]
    public void A_title_is_read_as_the_domain_shows_it()
    {
        var contract = Numbered(1).Titled("<b>ROKH</b> ME-&gt;10").Build();

        Assert.Equal([Held.Of(contract)], Held.AllOf(Memories.AStateOf([contract])));
    }

    [Fact]
    public void A_changed_contract_has_its_new_values()
    {
        _memory.Take(Numbered(1).Priced(5).Offering(Known.Railgun).Build(), Numbered(2).Priced(6).Build());
        _memory.Publish();
        _memory.Take(Numbered(1).Priced(7).Offering(Known.Rokh).Build());

        Assert.Equal([Held.Of(Numbered(1).Priced(7).Offering(Known.Rokh).Build()), Held.Of(Numbered(2).Priced(6).Build())], Held.AllOf(_memory.Publish()));
        Assert.Equal((2, 3), (_memory.Count, _memory.Puts));
    }

    [Fact]
    public void A_contract_that_was_removed_is_gone_and_may_come_back()
    {
        _memory.Take(Numbered(1).Build(), Numbered(2).Build());
        _memory.Remove(new ContractId(1));

        Assert.Equal([2], Ids(_memory.Publish()));

        _memory.Take(Numbered(1).Build());

        Assert.Equal([1, 2], Ids(_memory.Publish()));
    }

    [Fact]
    public void Removing_an_unknown_contract_changes_nothing()
    {
        _memory.Take(Numbered(1).Build());

        _memory.Remove(new ContractId(2));
        _memory.Remove(new ContractId(1));
        _memory.Remove(new ContractId(1));

        Assert.Equal(0, _memory.Count);
        Assert.Empty(Ids(_memory.Publish()));
    }

    [Fact]
    public void Lines_that_are_equal_for_every_filter_are_one_kind()
    {
        _memory.Take(
            Numbered(1).Offering(Known.Rokh, quantity: 1).Offering(Known.Rokh, quantity: 5).Requesting(Known.Rokh).Build(), Numbered(2).Offering(Known.Rokh).Build());

        var market = _memory.Publish();

        Assert.Equal(2, market.Dictionaries.Lines.Count);
        Assert.Equal([2, 1], Rows(market).Select(row => market.KindsOf(row).Count()));
    }

    [Fact]
    public void A_requested_line_is_of_the_group_and_category_that_its_type_has_in_each_state()
    {
        _memory.Take(Numbered(1).Requesting(Known.Rokh).Offering(Known.Mystery).Build());
        var before = _memory.Publish();
        _memory.Name(ItemType.Known(Known.Rokh, null, Battleship, Known.Ship, null, true, null, Noon));
        var after = _memory.Publish();

        Assert.Equal([(null, null)], ClassesOfRequests(before));
        Assert.Equal([(Battleship, Known.Ship)], ClassesOfRequests(after));
    }

    [Fact]
    public void The_digest_tells_quantities_apart()
    {
        ulong DigestOf(long blueprints) =>
            Memories.AStateOf(Numbered(1).Offering(Known.Rokh).Offering(Known.RifterBlueprint, blueprints).Build()).Digest;

        Assert.NotEqual(DigestOf(5), DigestOf(6));
        Assert.Equal(DigestOf(5), DigestOf(5));
    }

    [Fact]
    public void Lines_wait_for_their_contract_until_the_market_is_published()
    {
        _memory.Stage(new LiveLine(new ContractId(1), Known.Rokh, null, null, true, false, null, null, null));
        _memory.Publish();
        _memory.Put(Numbered(1).Build());

        var market = _memory.Publish();

        Assert.Empty(market.KindsOf(Assert.Single(Rows(market))));
    }

    [Fact]
    public void A_contract_with_more_lines_than_a_block_takes_has_a_block_of_its_own()
    {
        const int Many = 20_001;
        _memory.Take(Numbered(1).Offering(Known.Rokh).Build());
        for (var runs = 0; runs < Many; runs++) _memory.Stage(new LiveLine(new ContractId(2), Known.RifterBlueprint, null, null, true, true, runs, null, null));
        _memory.Put(Numbered(2).Build());
        _memory.Take(Numbered(3).Offering(Known.Rifter).Build());

        var market = _memory.Publish();

        Assert.Equal([1, Many, 1], Rows(market).Select(row => market.KindsOf(row).Count()));
        Assert.Equal([0, 1, 2], Rows(market).Select(row => row.Block));
    }

    [Fact]
    public void A_block_is_full_after_1024_contracts()
    {
        _memory.Take(Enumerable.Range(1, ContractBlock.Size + 1).Select(id => Numbered(id).Build()));

        Assert.Equal([0, 1], Rows(_memory.Publish()).Skip(ContractBlock.Size - 1).Select(row => row.Block));
    }

    [Fact]
    public void Only_people_that_contracts_mention_are_kept()
    {
        var (ada, works) = (AListedContract().IssuerId, AListedContract().IssuerCorporationId);
        _memory.Take(Numbered(1).Build());
        foreach (var id in (CharacterId[])[ada, new(1)]) _memory.Name(new Character(id, "Ada", Noon));
        foreach (var id in (CorporationId[])[works, new(1)]) _memory.Name(new Corporation(id, "Works", Noon));

        var names = _memory.Publish().Dictionaries;

        Assert.Equal(("Ada", null), (names.Characters.Find(ada)?.Name, names.Characters.Find(new CharacterId(1))?.Name));
        Assert.Equal(("Works", null), (names.Corporations.Find(works)?.Name, names.Corporations.Find(new CorporationId(1))?.Name));
        Assert.Equal((1, 1), (names.Characters.Count, names.Corporations.Count));
    }

    private static IEnumerable<(GroupId?, CategoryId?)> ClassesOfRequests(LiveMarket market)
    {
        var known = market.Dictionaries;
        return Bits.ToArray(known.Kinds.RequestedBits).Select(kind => (
            known.Kinds.Groups[kind] is >= 0 and var group ? known.Groups[group] : (GroupId?)null,
            known.Kinds.Categories[kind] is >= 0 and var category ? known.Categories[category] : (CategoryId?)null));
    }

    private static RowAt[] Rows(LiveMarket market)
    {
        using var rows = market.AllRows();
        return rows.ById();
    }

    private static IEnumerable<long> Ids(LiveMarket market) => Rows(market).Select(row => market.IdOf(row));
}
