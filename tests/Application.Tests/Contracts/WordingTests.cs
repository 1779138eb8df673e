using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The wording of a contract (M10, section 5): never a bare number, and nothing invented.</summary>
public sealed class WordingTests
{
    private static readonly DateTimeOffset AsOf = Noon.AddMinutes(-7);

    [Fact]
    public void A_ship_is_the_headline_even_after_other_items() =>
        Assert.Equal("Rokh", Row(AContract().Titled("cheap").Offering(Known.Railgun).Offering(Known.Rokh)).PrimaryLabel);

    [Fact]
    public void Without_a_ship_the_first_offered_item_is_the_headline() =>
        Assert.Equal("425mm Railgun I", Row(AContract().Titled("cheap").Requesting(Known.Rokh).Offering(Known.Railgun)).PrimaryLabel);

    [Fact]
    public void A_want_to_buy_has_the_first_requested_item_as_headline() =>
        Assert.Equal("Wanted: Rokh", Row(AContract().Titled("cheap").Requesting(Known.Rokh)).PrimaryLabel);

    [Fact]
    public void A_type_without_a_name_is_called_an_unknown_item()
    {
        Assert.Equal("Unknown item", Row(AContract().Offering(Known.Mystery)).PrimaryLabel);
        Assert.Equal("Wanted: Unknown item", Row(AContract().Requesting(Known.Mystery)).PrimaryLabel);
    }

    [Fact]
    public void Without_lines_the_title_is_the_headline() => Assert.Equal("cheap", Row(AContract().Titled(" cheap ")).PrimaryLabel);

    [Fact]
    public void A_title_is_told_without_the_games_markup()
    {
        var row = Row(AContract().Titled("<color=red>cheap</color> &lt;b&gt; ME-&gt;10"));

        Assert.Equal(("cheap <b> ME->10", "cheap <b> ME->10"), (row.Title, row.PrimaryLabel));
    }

    [Fact]
    public void A_title_of_nothing_but_markup_leads_as_little_as_none()
    {
        Assert.Equal(("", "Contract 190000001"), (Row(AContract().Titled("<b></b>")).Title, Row(AContract().Titled("<b></b>")).PrimaryLabel));
        Assert.Equal("Courier to Jita IV - Moon 4", Row(ACourierTo(World.JitaStation).Titled("<br>")).PrimaryLabel);
    }

    [Fact]
    public void Without_a_title_a_courier_is_named_after_its_destination()
    {
        Assert.Equal("Courier to Jita IV - Moon 4", Row(ACourierTo(World.JitaStation)).PrimaryLabel);
        Assert.Equal("Courier", Row(ACourierTo(World.Hidden)).PrimaryLabel);
        Assert.Equal("Courier", Row(ACourierTo(null)).PrimaryLabel);
    }

    [Fact]
    public void Without_lines_and_title_the_contract_number_is_the_headline() => Assert.Equal("Contract 190000001", Row(AContract()).PrimaryLabel);

    [Fact]
    public void The_headline_is_in_the_readers_language_and_else_in_english()
    {
        Assert.Equal("Rokh (de)", Row(AContract().Offering(Known.Rokh), Language.De).PrimaryLabel);
        Assert.Equal("425mm Railgun I", Row(AContract().Offering(Known.Railgun), Language.De).PrimaryLabel);
    }

    [Fact]
    public void The_words_around_a_name_are_in_the_readers_language()
    {
        string German(ContractBuilder contract) => Row(contract, Language.De).PrimaryLabel;

        Assert.Equal("Gesucht: Rokh (de)", German(AContract().Requesting(Known.Rokh)));
        Assert.Equal("Gesucht: 425mm Railgun I", German(AContract().Requesting(Known.Railgun)));
        Assert.Equal("Unbekannter Gegenstand", German(AContract().Offering(Known.Mystery)));
        Assert.Equal("Kurier nach Jita IV - Moon 4", German(ACourierTo(World.JitaStation)));
        Assert.Equal("Kurier", German(ACourierTo(World.Hidden)));
        Assert.Equal("Vertrag 190000001", German(AContract()));
        Assert.Equal("cheap", German(AContract().Titled("cheap")));
    }

    [Fact]
    public void The_language_of_a_name_is_given_where_it_is_not_the_readers()
    {
        Language? Told(ContractBuilder contract, Language language = Language.De) => Row(contract, language).PrimaryLabelLanguage;

        Assert.Equal(Language.En, Told(AContract().Offering(Known.Railgun)));
        Assert.Equal(Language.En, Told(AContract().Requesting(Known.Railgun)));
        Assert.Equal(Language.En, Told(AContract().Offering(Known.Rokh), Language.Ko));
        Assert.Null(Told(AContract().Offering(Known.Rokh)));
        Assert.Null(Told(AContract().Offering(Known.Railgun), Language.En));
        Assert.Null(Told(AContract().Offering(Known.Mystery)));
        Assert.Null(Told(AContract().Titled("cheap")));
        Assert.Null(Told(ACourierTo(World.JitaStation)));
        Assert.Null(Told(AContract()));
    }

    [Fact]
    public void The_name_in_a_headline_is_also_given_on_its_own()
    {
        string? Named(ContractBuilder contract) => Row(contract, Language.De).PrimaryTypeName;

        Assert.Equal("Rokh (de)", Named(AContract().Requesting(Known.Rokh)));
        Assert.Equal("425mm Railgun I", Named(AContract().Offering(Known.Railgun)));
        Assert.Null(Named(AContract().Requesting(Known.Mystery)));
        Assert.Null(Named(AContract().Titled("cheap")));
        Assert.Null(Named(ACourierTo(World.JitaStation)));
    }

    [Fact]
    public void Values_that_need_lines_are_null_while_the_lines_are_unread()
    {
        var row = Row(AContract());

        Assert.True(row.LinesPending);
        Assert.Null(row.IsShipContract);
        Assert.Null(row.IsBlueprintCopyContract);
        Assert.Null(row.IsWantToBuy);
        Assert.Null(row.Composition);
        Assert.Null(row.BlueprintSummary);
    }

    [Fact]
    public void Values_that_need_lines_are_set_once_the_lines_are_read()
    {
        var row = Row(AContract().Offering(Known.Rokh));

        Assert.Equal((false, true, false, false), (row.LinesPending, row.IsShipContract, row.IsBlueprintCopyContract, row.IsWantToBuy));
    }

    [Fact]
    public void A_courier_has_no_lines_to_wait_for() => Assert.Equal((false, false), (Row(ACourierTo(World.JitaStation)).LinesPending, Row(ACourierTo(World.JitaStation)).IsShipContract));

    [Fact]
    public void Places_are_named_as_far_as_they_are_known()
    {
        var known = Row(ACourierTo(World.Hidden));

        Assert.Equal(("Jita IV - Moon 4", World.Jita.Value, 0.9m), (known.StartLocationName, known.StartLocationSystemId!.Value, known.StartSecurity!.Value));
        Assert.Equal((World.Hidden.Value, null, null), (known.EndLocationId, known.EndLocationName, known.EndLocationSystemId));
    }

    [Fact]
    public void Region_and_systems_are_named_as_far_as_they_are_known()
    {
        var (known, hidden) = (Row(ACourierTo(World.RancerStation), Language.De), Row(ACourierTo(World.Hidden).From(World.Outpost)));

        Assert.Equal(("Die Schmiede", "Jita", "Rancer"), (known.StartRegionName, known.StartSystemName, known.EndSystemName));
        Assert.Equal(("The Forge", null, null), (hidden.StartRegionName, hidden.StartSystemName, hidden.EndSystemName));
    }

    [Fact]
    public void An_issuer_without_a_name_has_none() => Assert.Equal(("Ada", null), (Row(AContract()).IssuerName, Row(AContract()).IssuerCorporationName));

    [Fact]
    public void A_contract_outside_memory_takes_the_names_of_people_from_the_given_rows()
    {
        var closed = AContract().Listed();
        closed.Close(Noon.AddHours(-3));
        var (issuer, corporation) = (closed.IssuerId, closed.IssuerCorporationId);
        NameBook Book(CharacterId character, CorporationId company) => new(Language.En, MarketOf(closed).Publish().Dictionaries)
        {
            Issuer = new Character(character, "Bea", Noon),
            IssuerCorporation = new Corporation(company, "Works", Noon),
        };

        var (known, other) = (RowOf(closed, Book(issuer, corporation)), RowOf(closed, Book(new CharacterId(1), new CorporationId(1))));

        Assert.Equal(("Bea", "Works"), (known.IssuerName, known.IssuerCorporationName));
        Assert.Equal((null, null), (other.IssuerName, other.IssuerCorporationName));
    }

    [Fact]
    public void A_listed_contract_was_seen_at_the_last_good_sweep_and_a_closed_one_when_it_was_found_gone()
    {
        var closed = AContract().Listed();
        closed.Close(Noon.AddHours(-3));

        Assert.Equal(AsOf, Row(AContract()).LastSeenAt);
        Assert.Equal(Noon.AddHours(-3), RowOf(closed, new NameBook(Language.En, MarketOf(closed).Publish().Dictionaries)).LastSeenAt);
    }

    [Fact]
    public void A_lot_lists_its_categories_largest_first_and_an_unknown_one_without_a_name()
    {
        var lot = Row(AContract().With(row => row with { Volume = 12.5 })
            .Offering(Known.Mystery).Offering(Known.Railgun).Offering(Known.ShieldExtender).Offering(Known.Rokh)).Composition!;

        Assert.Equal([("Module", 2), ("Ship", 1), (null, 1)], lot.Categories.Select(category => (category.Name, category.LineCount)));
        Assert.Equal((4, 12.5), (lot.TotalLines, lot.TotalVolume));
    }

    [Fact]
    public void Blueprints_tell_their_terms_where_all_agree_and_ranges_always()
    {
        Assert.Equal(
            new BlueprintTerms(10, 8, 14, 1, BlueprintKind.Copy, 0, 10, 10, 8, 8, 14, 14), Row(AContract().OfferingCopy(Known.RifterBlueprint)).BlueprintSummary);
        Assert.Equal(
            new BlueprintTerms(null, 8, 14, 2, BlueprintKind.Copy, 0, 1, 10, 8, 8, 14, 14),
            Row(AContract().OfferingCopy(Known.RifterBlueprint).OfferingCopy(Known.RifterBlueprint, runs: 1)).BlueprintSummary);
        Assert.Equal(
            new BlueprintTerms(null, null, null, 0, BlueprintKind.Original, 1, null, null, null, null, null, null),
            Row(AContract().Offering(Known.RifterBlueprint)).BlueprintSummary);
        Assert.Null(Row(AContract().Offering(Known.Rokh)).BlueprintSummary);
    }

    [Fact]
    public void A_unit_price_is_told_where_one_thing_is_offered()
    {
        Assert.Equal(Isk.Of(20), Row(AContract().Priced(100).Offering(Known.Railgun, quantity: 5)).UnitPrice);
        Assert.Null(Row(AContract().Priced(100).Offering(Known.Railgun).Offering(Known.ShieldExtender)).UnitPrice);
        Assert.Null(Row(AContract().Priced(100)).UnitPrice);
    }

    [Fact]
    public void Items_that_are_requested_beside_others_that_are_offered_are_told_of()
    {
        Assert.True(Row(AContract().Offering(Known.Rokh).Requesting(Known.Railgun)).AsksForItems);
        Assert.False(Row(AContract().Requesting(Known.Railgun)).AsksForItems);
        Assert.False(Row(ACourierTo(World.JitaStation)).AsksForItems);
        Assert.Null(Row(AContract()).AsksForItems);
    }

    private static ContractBuilder ACourierTo(LocationId? end) => AContract(ContractType.Courier).With(row => row with { EndLocationId = end });

    /// <summary>The wording of a contract as the database has it.</summary>
    private static ContractRow RowOf(Contract contract, NameBook book) => Wording.Row(contract.Id, contract.Visible, ContractGoods.Of(contract), book, AsOf);

    private static ContractRow Row(ContractBuilder contract, Language language = Language.En)
    {
        var view = MarketOf(contract.Build()).View;
        using var rows = view.Market.AllRows();
        return Wording.Row(Assert.Single(rows.ById()), view, new NameBook(language, view.Market.Dictionaries));
    }

    private static SettledMarket MarketOf(Contract contract)
    {
        var market = World.AMarket();
        market.Coverages.Add(ARegionSweptAt(AsOf));
        market.Characters.Add(new Character(contract.IssuerId, "Ada", Noon));
        market.Corporations.Add(new Corporation(contract.IssuerCorporationId, null, Noon));
        market.Add(contract);
        return market;
    }
}
