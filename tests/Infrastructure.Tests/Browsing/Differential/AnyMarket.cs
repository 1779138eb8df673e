using CsCheck;
using HangarBay.Domain.Contracts;
using static HangarBay.Infrastructure.Tests.Browsing.Differential.World;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>Random markets with few different values, so that ties, bounds and mixed lots are frequent.</summary>
internal static class AnyMarket
{
    public static readonly IReadOnlyList<string> Titles =
    [
        "", "Rokh fleet", "ROKH rigged, cheap", "100%_legal", "Доставка в ЖИТУ", "宅配 艦隊", "ΣΊΣΥΦΟΣ İstanbul", "back\\slash 'quoted'",
        "🚀🚀🚀 to the moon", "Ångström straße", "rifter and rifter",
        "<color=0xff00ff00>ROKH</color> ME-&gt;10", "<b></b>", "&lt;b&gt; R&amp;amp;D",
        // The same texts as players write them elsewhere (B16).
        "l’e\u0301lite d'Amarr", "Rokh* and Rifter*, 5*6", "ＲＯＫＨ　ｆｌｅｅｔ", "Ёлка\u200B в Жите", "Rok\u200Bh\u00A0 fleet",
    ];

    private static readonly decimal?[] Amounts = [null, 0, 0.01m, 1, 1, 100, 100.01m, 285_000_000, 92_233_720_368_547_758.07m];

    /// <summary>Every corpus contains the cases that distinguish the rules.</summary>
    public static readonly Gen<Corpus> Corpus = Gen.Select(
        Contract.Array[160, 260], Gen.Int[0, 59], Gen.Bool,
        (contracts, second, changed) => new Corpus(
            [.. contracts.Select((contract, index) => contract(190_000_000 + (index * 7919 % 1009)))],
            Noon.AddSeconds(second),
            changed ? Noon.AddSeconds(second / 2) : Noon.AddHours(-1)))
        .Where(HoldsEverything);

    private static Gen<Func<long, Fact>> Contract => Gen.Frequency(
        (10, Read(ContractType.ItemExchange)), (5, Read(ContractType.Auction)), (2, Unread), (4, Plain(ContractType.Courier)),
        (1, Plain(ContractType.Loan)), (1, Plain(ContractType.Unknown)));

    private static Gen<Func<long, Fact>> Read(ContractType type) => Gen.Select(Terms(type), Lines, (terms, lines) =>
        (Func<long, Fact>)(id => terms(id) with { State = LinesState.Read, Lines = lines }));

    private static Gen<Func<long, Fact>> Unread => Gen.Select(
        Gen.OneOf(ContractType.ItemExchange, ContractType.Auction).SelectMany(Terms), Gen.OneOf(LinesState.Pending, LinesState.SetAside),
        (terms, state) => (Func<long, Fact>)(id => terms(id) with { State = state }));

    private static Gen<Func<long, Fact>> Plain(ContractType type) => Terms(type).Select(terms =>
        (Func<long, Fact>)(id => terms(id) with { State = LinesState.None }));

    private static Gen<Func<long, Fact>> Terms(ContractType type) => Gen.Select(
        Gen.Select(Gen.OneOf([.. Regions.Keys]), Gen.OneOf([.. Titles]), Place, Place),
        Gen.Select(Amount, Amount, Amount, Amount),
        Gen.Select(Gen.OneOf<double?>(null, 0, 0.1 + 0.2, 10, 10, 486_000.5), Gen.OneOf<int?>(null, 0, 3, 3, 14)),
        Gen.Select(Gen.OneOf(World.Issuer, World.NamelessIssuer), Gen.Int[0, 5], Gen.OneOf(-3600, 0, 10, 25, 60, 3600, 7200, 86_400, 86_400, 200_000)),
        Gen.OneOf<int?>(null, 0, 1, 90),
        Gen.Select(Gen.Frequency((2, Bids), (1, Gen.Const((decimal[]?)null))), Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true)))),
        (who, isk, size, dates, seen, ending) => (Func<long, Fact>)(id => new Fact
        {
            Id = id,
            Type = type,
            Region = who.Item1,
            Title = who.Item2,
            Start = who.Item3,
            End = who.Item4,
            // ESI always sends a price for an item exchange, also for one that turns out to be want-to-buy.
            Price = type == ContractType.ItemExchange && isk.Item4 > 0 ? isk.Item1 ?? 0 : isk.Item1,
            Buyout = isk.Item2,
            Collateral = isk.Item3,
            Reward = isk.Item4,
            Volume = size.Item1,
            Days = size.Item2,
            Issuer = dates.Item1,
            Issued = Noon.AddDays(-1 - dates.Item2),
            Expires = Noon.AddSeconds(dates.Item3),
            FirstSeen = seen is { } minutes ? Noon.AddMinutes(-minutes) : Noon.AddDays(-1 - dates.Item2),
            Bids = type == ContractType.Auction ? ending.Item1 : null,
            ClosedAt = ending.Item2 ? Noon.AddMinutes(-10) : null,
        }));

    private static Gen<decimal?> Amount => Gen.OneOf(Amounts);

    private static Gen<decimal[]?> Bids => Gen.OneOf(0.01m, 1m, 100m, 100.01m, 300_000_000m).Array[0, 3].Select(bids => (decimal[]?)bids);

    private static Gen<long?> Place => Gen.OneOf([null, Elsewhere, .. Places.Keys.Select(id => (long?)id)]);

    private static Gen<FactLine[]> Lines => Gen.Frequency((6, Mixed), (2, Alike), (2, Fitted), (1, Wanted))
        .Select(lines => lines.Select((line, index) => line with { RecordId = index + 1 }).ToArray());

    private static Gen<FactLine[]> Mixed => Line.Select(line => line(0)).Array[1, 4];

    /// <summary>The same thing in several lines, which may differ in the terms of an original.</summary>
    private static Gen<FactLine[]> Alike => Gen.Select(Line, Line, Gen.Int[1, 3], (one, other, count) =>
        Enumerable.Range(0, count).Select(index => one(0) with { Offered = true, Quantity = index % 2 == 0 ? one(0).Quantity : other(0).Quantity }).ToArray());

    /// <summary>A ship with things in it; sometimes one of them does not belong in a ship, or is requested.</summary>
    private static Gen<FactLine[]> Fitted => Gen.Select(
        Gen.OneOf(24_688, 587),
        Gen.Frequency((5, Gen.Const(1L)), (1, Gen.Const(2L))),
        Gen.Select(Gen.Frequency((5, Gen.OneOf(3_074, 222, 16_274)), (1, Gen.OneOf(34, 691, NeverHeardOf))), Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false))), Quantity)
            .Array[1, 3],
        (ship, ships, parts) => (FactLine[])
            [.. parts.Select(part => new FactLine(0, part.Item1, part.Item2, false, null, null, null, part.Item3)), new FactLine(0, ship, true, false, null, null, null, ships)]);

    private static Gen<FactLine[]> Wanted => Line.Select(line => line(0) with { Offered = false }).Array[1, 3];

    private static Gen<long> Quantity => Gen.OneOf(1L, 1L, 1L, 3L, 1_000L, 0L);

    private static Gen<Func<long, FactLine>> Line => Gen.Select(
        Gen.OneOf([NeverHeardOf, .. Types.Select(type => type.Id)]),
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Bool,
        Gen.OneOf<int?>(null, 1, 10, 10, 200, 300),
        Gen.OneOf<int?>(null, 0, 8, 10),
        Gen.OneOf<int?>(null, 0, 14, 20),
        Quantity,
        (type, offered, copy, runs, me, te, quantity) => (Func<long, FactLine>)(record =>
            new FactLine(record, type, offered, copy, copy ? runs : null, me, te, quantity)));

    private static bool HoldsEverything(Corpus corpus)
    {
        var live = corpus.Live;
        bool Offers(Fact fact, Func<FactLine, bool> line) => fact.Lines.Any(one => one.Offered && line(one));
        bool IsCopy(FactLine line) => line.Copy;
        return live.Any(fact => fact.State == LinesState.Pending) && live.Any(fact => fact.State == LinesState.SetAside)
            && corpus.Contracts.Any(fact => fact.ClosedAt is not null) && corpus.Contracts.Any(fact => fact.ClosedAt is null && fact.Expires <= corpus.Instant)
            && live.Any(fact => fact.Bids is { Count: > 1 }) && live.Any(fact => fact.Bids is { Count: 0 })
            && Enum.GetValues<ContractType>().All(type => live.Any(fact => fact.Type == type))
            && live.Any(fact => fact.Start is null) && live.Any(fact => fact.Start == Elsewhere) && live.Any(fact => fact.Price is null)
            && live.Any(fact => Offers(fact, IsCopy) && Offers(fact, line => !IsCopy(line)))
            && live.Any(fact => fact.Lines.Count > 0 && fact.Lines.All(line => !line.Offered))
            && live.Any(fact => fact.Lines.Any(line => line.Offered) && fact.Lines.Any(line => !line.Offered))
            && Enum.GetValues<ContractSegment>().All(segment => live.Any(fact => Rules.SegmentOf(fact) == segment))
            && live.Any(fact => Rules.KeyOf(fact) is { } key && key.Count < fact.Lines.Count)
            && live.Any(fact => Rules.KeyOf(fact) is not null && fact.Lines.Count > 1 && fact.Lines[0].Copy)
            && live.GroupBy(fact => fact.Issued).Any(ties => ties.Count() > 2)
            && live.Any(fact => fact.Title.Any(character => character > 0x7F));
    }
}
