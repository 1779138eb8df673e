using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Given;

/// <summary>A few places of each kind of space, and the types of <see cref="Known"/> with their groups, as reference data.</summary>
internal static class World
{
    public static readonly RegionId Delve = new(10_000_060);

    /// <summary>A high-sec system. Contracts of <c>AContract</c> start at its station.</summary>
    public static readonly SystemId Jita = new(30_000_142);

    /// <summary>A low-sec system.</summary>
    public static readonly SystemId Rancer = new(30_003_504);

    /// <summary>A null-sec system.</summary>
    public static readonly SystemId Fortress = new(30_004_759);

    /// <summary>A system whose name is not known yet.</summary>
    public static readonly SystemId Uncharted = new(31_000_005);

    public static readonly LocationId JitaStation = new(60_003_760);
    public static readonly LocationId RancerStation = new(60_012_526);
    public static readonly LocationId Keepstar = new(1_030_049_082_711);
    public static readonly LocationId Outpost = new(1_031_000_000_001);

    /// <summary>A place whose name and system are not public.</summary>
    public static readonly LocationId Hidden = new(1_035_466_617_946);

    /// <summary>A place without a row in the database.</summary>
    public static readonly LocationId Elsewhere = new(1_035_000_000_099);

    public static readonly GroupId Frigate = new(25);
    public static readonly GroupId Battleship = new(27);
    public static readonly GroupId Gun = new(74);
    public static readonly GroupId Extender = new(38);
    public static readonly GroupId FrigateBlueprint = new(105);

    public static SettledMarket AMarket(params IEnumerable<ContractBuilder> contracts)
    {
        var market = new SettledMarket
        {
            Types = [.. Known.Types.Select(Type)],
            Groups =
            [
                Group(Frigate, Known.Ship, "Frigate"), Group(Battleship, Known.Ship, "Battleship"), Group(Gun, Known.Module, "Hybrid Weapon"),
                Group(Extender, Known.Module, "Shield Extender"), Group(FrigateBlueprint, Known.Blueprint, "Frigate Blueprint"),
            ],
            Categories =
            [
                new(Known.Ship, LocalisedName.Of([new(Language.En, "Ship"), new(Language.De, "Schiff")]), true),
                new(Known.Module, LocalisedName.English("Module"), true), new(Known.Blueprint, LocalisedName.English("Blueprint"), true),
            ],
            Regions = [new(TheForge, LocalisedName.Of([new(Language.En, "The Forge"), new(Language.De, "Die Schmiede")])), new(Delve, LocalisedName.English("Delve"))],
            Systems =
            [
                new(Jita, LocalisedName.English("Jita"), SecurityStatus.Of(0.9459), null, TheForge),
                new(Rancer, LocalisedName.English("Rancer"), SecurityStatus.Of(0.4321)), new(Fortress, LocalisedName.English("1DQ1-A"), SecurityStatus.Of(-0.38), null, Delve),
            ],
            Places =
            [
                Location.Known(JitaStation, "Jita IV - Moon 4", Jita, Noon), Location.Known(RancerStation, "Rancer VII", Rancer, Noon),
                Location.Known(Keepstar, "1DQ1-A - Keepstar", Fortress, Noon), Location.Known(Outpost, "Outpost", Uncharted, Noon), Location.Unknown(Hidden, Noon),
            ],
        };
        market.Add(contracts);
        return market;
    }

    public static ContractBuilder Numbered(long id, ContractType type = ContractType.ItemExchange) => AContract(AListedContract(type) with { Id = new ContractId(id) });

    public static ContractBuilder AnAuction(long id) => Numbered(id, ContractType.Auction);

    public static ContractBuilder ACourier(long id) => Numbered(id, ContractType.Courier);

    public static ContractBuilder From(this ContractBuilder contract, LocationId? start) => contract.With(row => row with { StartLocationId = start });

    public static ContractBuilder To(this ContractBuilder contract, LocationId? end) => contract.With(row => row with { EndLocationId = end });

    /// <summary>The contract as that region's list gives it, with its lines read if the builder has any.</summary>
    public static Contract In(this ContractBuilder contract, RegionId region)
    {
        var listed = Contract.FromListing(contract.Row, region);
        if (contract.Lines.Count > 0) listed.TakeLines(contract.Lines, Catalogue);
        return listed;
    }

    public static Contract WithBidsOf(this ContractBuilder contract, params IEnumerable<decimal> amounts)
    {
        var auction = contract.In(TheForge);
        auction.TakeBids([.. amounts.Select((isk, index) => new AuctionBid(auction.Id, index + 1, Isk.Of(isk), Noon))], Noon.AddHours(1));
        return auction;
    }

    /// <summary>The contract after too many failed attempts to read its lines.</summary>
    public static Contract SetAside(this ContractBuilder contract)
    {
        var listed = contract.Listed();
        for (var attempt = 0; attempt < Contract.MaxLinesAttempts; attempt++) listed.MissLines(Noon, accepted: false);
        return listed;
    }

    /// <summary>The entry of <see cref="Known"/> with the group added.</summary>
    public static CatalogueEntry Catalogue(TypeId type) => Known.Catalogue(type) with { GroupId = GroupOf(type) };

    private static GroupId? GroupOf(TypeId type) => type switch
    {
        _ when type == Known.Rokh => Battleship,
        _ when type == Known.Rifter => Frigate,
        _ when type == Known.Railgun => Gun,
        _ when type == Known.ShieldExtender => Extender,
        _ when type == Known.RifterBlueprint => FrigateBlueprint,
        _ => null,
    };

    private static ItemType Type(TypeId id)
    {
        var (category, english, group) = Catalogue(id);
        if (english is null) return ItemType.Unknown(id, Noon);
        var name = LocalisedName.English(english);
        if (id == Known.Rokh) name = name.With(LocalisedName.Of([new(Language.De, "Rokh (de)"), new(Language.Ja, "ロク")]));
        return ItemType.Known(id, name, group!.Value, category, null, true, null, Noon);
    }

    private static ItemGroup Group(GroupId id, CategoryId category, string name) => new(id, category, LocalisedName.English(name), true);
}
