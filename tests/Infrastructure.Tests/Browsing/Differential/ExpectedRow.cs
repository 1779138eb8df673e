using HangarBay.Application.Contracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>A contract in words, by section "Derived values" of the rules.</summary>
internal static class ExpectedRow
{
    private static readonly Dictionary<int, decimal> Shown = new()
    {
        [30_000_142] = 0.9m,
        [30_000_001] = 0.5m,
        [30_000_002] = 0.4m,
        [30_000_003] = 0.1m,
        [30_000_004] = 0.0m,
        [31_000_005] = -1.0m,
    };

    public static ContractRow Of(Fact fact, Language language)
    {
        var (own, pending) = (Rules.OwnTerms(fact), Rules.IsPending(fact));
        var system = Rules.SystemOf(fact.Start);
        return new ContractRow
        {
            ContractId = fact.Id,
            Type = fact.Type,
            Title = fact.Title,
            PrimaryLabel = Label(fact, language),
            Price = Amount(own.Price),
            Buyout = Amount(own.Buyout),
            Collateral = Amount(own.Collateral),
            Reward = Amount(own.Reward),
            RewardPerVolume = Rules.RewardPerVolume(fact),
            Volume = fact.Volume,
            DaysToComplete = own.Days,
            IssuerId = World.Issuer,
            IssuerName = "Ada Lovelace",
            IssuerCorporationId = World.Corporation,
            IssuerCorporationName = null,
            ForCorporation = false,
            StartLocationId = fact.Start,
            StartLocationName = NameOf(fact.Start),
            StartLocationSystemId = system,
            StartLocationRegionId = fact.Region,
            StartSecurity = system is { } id && Shown.TryGetValue(id, out var security) ? security : null,
            EndLocationId = own.End,
            EndLocationName = NameOf(own.End),
            EndLocationSystemId = Rules.SystemOf(own.End),
            DateIssued = fact.Issued,
            DateExpired = fact.Expires,
            LastSeenAt = World.Regions[fact.Region].AsOf,
            IsShipContract = pending ? null : Rules.IsShip(fact),
            IsBlueprintCopyContract = pending ? null : Rules.OffersCopies(fact),
            IsWantToBuy = pending ? null : Rules.IsWantToBuy(fact),
            ItemsPending = pending,
            CurrentBid = Amount(Rules.CurrentBid(fact)),
            BidCount = fact.Bids?.Count,
            Composition = Composition(fact, language),
            BlueprintSummary = Copies(fact),
        };
    }

    private static Isk? Amount(decimal? isk) => isk is { } amount ? Isk.Of(amount) : null;

    private static string? NameOf(long? place) => place is { } id && World.Places.TryGetValue(id, out var known) ? known.Name : null;

    private static string Label(Fact fact, Language language)
    {
        string TypeName(FactLine line) => World.Type(line.Type)?.Name?.In(language) ?? "Unknown item";
        var offered = fact.Lines.Where(line => line.Offered).ToList();
        var first = offered.Find(line => World.Type(line.Type)?.Category == 6) ?? offered.FirstOrDefault();
        if (first is not null) return TypeName(first);
        if (fact.Lines.Count > 0) return $"Wanted: {TypeName(fact.Lines[0])}";
        if (fact.Title.Length > 0) return fact.Title;
        if (fact.Type != ContractType.Courier) return $"Contract {fact.Id}";
        return NameOf(fact.End) is { } end ? $"Courier to {end}" : "Courier";
    }

    private static LotComposition? Composition(Fact fact, Language language)
    {
        var offered = fact.Lines.Where(line => line.Offered).ToList();
        if (offered.Count < 2) return null;
        var categories = offered
            .GroupBy(line => World.Type(line.Type)?.Category)
            .Select(group => new LotCategory(group.Key, group.Key is { } id ? World.Categories[id].In(language) : null, group.Count()))
            .OrderByDescending(category => category.ItemRowCount)
            .ThenBy(category => category.Name is null)
            .ThenBy(category => category.Name, StringComparer.Ordinal);
        return new LotComposition([.. categories], offered.Count, fact.Volume);
    }

    private static BlueprintTerms? Copies(Fact fact) => fact.Lines.Where(line => line is { Offered: true, Copy: true }).ToList() switch
    {
        [] => null,
        [var one] => new BlueprintTerms(one.Runs, one.Me, one.Te, 1),
        var several => new BlueprintTerms(null, null, null, several.Count),
    };
}
