using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Names;

/// <summary>Makes the row of a contract: the headline, the names, and the composition in its order.</summary>
internal static class Wording
{
    /// <summary>A row of the market in memory.</summary>
    public static ContractRow Row(RowAt row, MarketView view, NameBook names)
    {
        var contract = view.Market.Read(row);
        return Row(
            new ContractId(view.Market.Blocks[row.Block].Block.Id[row.At]), contract, view.Market.ReadGoods(row), names, view.LastGoodSweepOf(contract.RegionId));
    }

    public static ContractRow Row(ContractId id, in VisibleContract contract, in ContractGoods goods, NameBook names, DateTimeOffset? regionAsOf)
    {
        var type = names.Type(contract.HeadlineTypeId);
        var start = names.Location(contract.StartLocationId);
        var end = names.Location(contract.EndLocationId);
        var isPending = contract.LinesState.IsUnread();
        return new ContractRow
        {
            ContractId = id.Value,
            Type = contract.Type,
            Title = contract.Title,
            PrimaryLabel = Headline(id, contract, names.NameOf(type), end, names.Words),
            PrimaryLabelLanguage = NamesItsType(contract) ? names.LanguageOf(type) : null,
            PrimaryTypeId = contract.HeadlineTypeId?.Value,
            PrimaryTypeName = names.NameOf(type),
            PrimaryQuantity = contract.HeadlineQuantity,
            IsPrimaryBlueprint = type?.CategoryId == CategoryId.Blueprint,
            StartRegionName = names.RegionName(contract.RegionId),
            StartSystemName = names.SystemName(start?.SystemId),
            EndSystemName = names.SystemName(end?.SystemId),
            Price = contract.Price,
            UnitPrice = goods.UnitPrice,
            Buyout = contract.Buyout,
            Collateral = contract.Collateral,
            Reward = contract.Reward,
            RewardPerVolume = contract.RewardPerVolume,
            Volume = contract.Volume,
            DaysToComplete = contract.DaysToComplete,
            IssuerId = contract.IssuerId.Value,
            IssuerName = names.Character(contract.IssuerId),
            IssuerCorporationId = contract.IssuerCorporationId.Value,
            IssuerCorporationName = names.Corporation(contract.IssuerCorporationId),
            ForCorporation = contract.ForCorporation,
            StartLocationId = contract.StartLocationId?.Value,
            StartLocationName = start?.Name,
            StartLocationSystemId = start?.SystemId?.Value,
            StartLocationRegionId = contract.RegionId.Value,
            StartSecurity = names.System(start?.SystemId)?.Security.Displayed,
            EndLocationId = contract.EndLocationId?.Value,
            EndLocationName = end?.Name,
            EndLocationSystemId = end?.SystemId?.Value,
            DateIssued = contract.DateIssued,
            DateExpired = contract.DateExpired,
            FirstSeenAt = contract.FirstSeenAt,
            LastSeenAt = contract.ClosedAt ?? regionAsOf,
            IsShipContract = isPending ? null : contract.IsShipContract,
            IsBlueprintCopyContract = isPending ? null : contract.IsBlueprintCopyContract,
            IsWantToBuy = isPending ? null : contract.IsWantToBuy,
            AsksForItems = isPending ? null : goods.AsksForItems,
            LinesPending = isPending,
            CurrentBid = contract.CurrentBid,
            BidCount = contract.BidCount,
            Composition = Lot(contract, goods.Lot, names),
            IsMixedLot = goods.Lot is { IsMixed: true } && contract.Composition is not null,
            BlueprintSummary = goods.Blueprints is { } offer ? BlueprintTerms.Of(offer) : null,
        };
    }

    /// <summary>A line of a contract. Its category and group are those that its type has now.</summary>
    public static LineDetail Line(ContractLine line, NameBook names)
    {
        var type = names.Type(line.TypeId);
        return new LineDetail(
            line.RecordId,
            line.TypeId.Value,
            names.NameOf(type),
            names.CategoryName(type?.CategoryId),
            type?.CategoryId?.Value,
            type?.GroupId?.Value,
            type?.MarketGroupId?.Value,
            line.Quantity,
            line.IsIncluded,
            line.IsBlueprintCopy,
            line.Runs,
            line.MaterialEfficiency,
            line.TimeEfficiency,
            line.ItemId)
        {
            TypeNameLanguage = names.LanguageOf(type),
            UnitVolume = type?.Volume,
        };
    }

    /// <summary>Never empty: words stand in for a type without a name (M10).</summary>
    private static string Headline(ContractId id, in VisibleContract contract, string? type, Location? end, HeadlineWords words) => KindOf(contract) switch
    {
        HeadlineKind.Ship or HeadlineKind.Item => type ?? words.UnknownType,
        HeadlineKind.Wanted => words.Wanted(type ?? words.UnknownType),
        HeadlineKind.Title => contract.Title,
        HeadlineKind.Courier => end?.Name is { } name ? words.CourierTo(name) : words.Courier,
        _ => words.Contract(id),
    };

    /// <summary>The stored kind, unless that is a title of nothing but the game's markup, which would show nothing.</summary>
    private static HeadlineKind KindOf(in VisibleContract contract) =>
        contract is { HeadlineKind: HeadlineKind.Title, Title: "" } ? Domain.Contracts.Headline.Of(contract.Type, "").Kind : contract.HeadlineKind;

    /// <summary>Whether the headline names a type. Of all that a headline may name, only types have names in several languages.</summary>
    private static bool NamesItsType(in VisibleContract contract) => contract.HeadlineKind is HeadlineKind.Ship or HeadlineKind.Item or HeadlineKind.Wanted;

    private static LotComposition? Lot(in VisibleContract contract, LotUnits? units, NameBook names)
    {
        if (contract.Composition is not { } composition) return null;
        var categories = composition.Ordered(id => names.CategoryName(id))
            .Select(count => new LotCategory(count.CategoryId?.Value, names.CategoryName(count.CategoryId), count.Lines) { UnitCount = units?.Of(count.CategoryId) });
        return new LotComposition([.. categories], composition.TotalLines, contract.Volume);
    }
}
