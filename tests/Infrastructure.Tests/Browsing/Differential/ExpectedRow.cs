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

    private static readonly Dictionary<Language, (string Wanted, string CourierTo, string Courier, string Contract, string Unknown)> Words = new()
    {
        [Language.En] = ("Wanted: _", "Courier to _", "Courier", "Contract _", "Unknown item"),
        [Language.De] = ("Gesucht: _", "Kurier nach _", "Kurier", "Vertrag _", "Unbekannter Gegenstand"),
        [Language.Fr] = ("Recherche\u00a0: _", "Coursier vers _", "Coursier", "Contrat _", "Objet inconnu"),
        [Language.Ja] = ("買取希望：_", "_ への輸送", "輸送", "契約 _", "不明なアイテム"),
        [Language.Ru] = ("Куплю: _", "Курьер до _", "Курьер", "Контракт _", "Неизвестный предмет"),
        [Language.Zh] = ("求购：_", "快递至 _", "快递", "合同 _", "未知物品"),
        [Language.Ko] = ("구매 희망: _", "_행 배송", "배송", "계약 _", "알 수 없는 아이템"),
        [Language.Es] = ("Se busca: _", "Mensajería a _", "Mensajería", "Contrato _", "Objeto desconocido"),
    };

    public static ContractRow Of(Fact fact, Language language)
    {
        var (own, pending) = (Rules.OwnTerms(fact), Rules.IsPending(fact));
        var system = Rules.SystemOf(fact.Start);
        return new ContractRow
        {
            ContractId = fact.Id,
            Type = fact.Type,
            Title = Rules.ShownTitle(fact),
            PrimaryLabel = Label(fact, language),
            Price = Amount(own.Price),
            UnitPrice = Amount(Rules.UnitPriceOf(fact)),
            Buyout = Amount(own.Buyout),
            Collateral = Amount(own.Collateral),
            Reward = Amount(own.Reward),
            RewardPerVolume = Rules.RewardPerVolume(fact),
            Volume = fact.Volume,
            DaysToComplete = own.Days,
            IssuerId = fact.Issuer,
            IssuerName = fact.Issuer == World.Issuer ? "Ada Lovelace" : null,
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
            FirstSeenAt = fact.FirstSeen,
            LastSeenAt = World.Regions[fact.Region].AsOf,
            IsShipContract = pending ? null : Rules.IsShip(fact),
            IsBlueprintCopyContract = pending ? null : Rules.OffersCopies(fact),
            IsWantToBuy = pending ? null : Rules.IsWantToBuy(fact),
            AsksForItems = pending ? null : fact.Lines.Any(line => line.Offered) && fact.Lines.Any(line => !line.Offered),
            LinesPending = pending,
            CurrentBid = Amount(Rules.CurrentBid(fact)),
            BidCount = fact.Bids?.Count,
            Composition = Composition(fact, language),
            BlueprintSummary = Blueprints(fact),
        };
    }

    private static Isk? Amount(decimal? isk) => isk is { } amount ? Isk.Of(amount) : null;

    private static string? NameOf(long? place) => place is { } id && World.Places.TryGetValue(id, out var known) ? known.Name : null;

    private static string Label(Fact fact, Language language)
    {
        var words = Words[language];
        string TypeName(FactLine line) => World.Type(line.Type)?.Name?.In(language) ?? words.Unknown;
        var offered = fact.Lines.Where(line => line.Offered).ToList();
        var first = offered.Find(line => World.Type(line.Type)?.Category == 6) ?? offered.FirstOrDefault();
        if (first is not null) return TypeName(first);
        if (fact.Lines.Count > 0) return words.Wanted.Replace("_", TypeName(fact.Lines[0]));
        if (Rules.ShownTitle(fact).Length > 0) return Rules.ShownTitle(fact);
        if (fact.Type != ContractType.Courier) return words.Contract.Replace("_", $"{fact.Id}");
        return NameOf(fact.End) is { } end ? words.CourierTo.Replace("_", end) : words.Courier;
    }

    private static LotComposition? Composition(Fact fact, Language language)
    {
        var offered = fact.Lines.Where(line => line.Offered).ToList();
        if (offered.Count < 2) return null;
        var categories = offered
            .GroupBy(line => World.Type(line.Type)?.Category)
            .Select(group => new LotCategory(group.Key, group.Key is { } id ? World.Categories[id].In(language) : null, group.Count()))
            .OrderByDescending(category => category.LineCount)
            .ThenBy(category => category.Name is null)
            .ThenBy(category => category.Name, StringComparer.Ordinal);
        return new LotComposition([.. categories], offered.Count, fact.Volume);
    }

    private static BlueprintTerms? Blueprints(Fact fact)
    {
        var (copies, originals) = (fact.Lines.Where(line => line is { Offered: true, Copy: true }).ToList(), new List<FactLine>());
        originals.AddRange(fact.Lines.Where(line => line is { Offered: true, Copy: false } && Rules.IsBlueprint(line)));
        if (copies.Count + originals.Count == 0) return null;
        int? Common(Func<FactLine, int?> term) => copies.Concat(originals).Select(term).Distinct().ToList() is [var one] ? one : null;
        (int? Lowest, int? Highest) Ends(Func<FactLine, int?> term) => (copies.Concat(originals).Min(term), copies.Concat(originals).Max(term));
        var (runs, me, te) = (Ends(line => line.Runs), Ends(line => line.Me), Ends(line => line.Te));
        return new BlueprintTerms(
            Common(line => line.Runs), Common(line => line.Me), Common(line => line.Te), (int)copies.Sum(line => line.Quantity),
            originals.Count == 0 ? BlueprintKind.Copy : copies.Count == 0 ? BlueprintKind.Original : BlueprintKind.Both, (int)originals.Sum(line => line.Quantity),
            runs.Lowest, runs.Highest, me.Lowest, me.Highest, te.Lowest, te.Highest);
    }
}
