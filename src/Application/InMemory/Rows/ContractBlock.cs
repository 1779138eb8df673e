using System.Numerics;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Up to 1,024 contracts; each column is an array. Rows are appended and never changed: a changed contract gets a new row, and its old row
/// is no longer alive. For names and texts a column holds a code, see <see cref="Dictionaries"/>. -1, NaN or the lowest integer mean null.
/// No column is a large object (85,000 bytes), which only a full garbage collection would free.
/// </summary>
internal sealed class ContractBlock
{
    public const int Size = 1024;
    public const int Words = Size / 64;
    public const int NullNumber = int.MinValue;

    /// <summary>Takes the place of a block that was emptied.</summary>
    public static readonly ContractBlock Nothing = new();

    /// <summary>The largest number of lines whose array stays below the large-object limit.</summary>
    private const int MaxLines = 20_000;

    public readonly long[] Id = new long[Size];

    /// <summary>Type, ships and state of the lines in one number, see <see cref="SegmentCode"/>.</summary>
    public readonly byte[] Segment = new byte[Size];
    public readonly byte[] Flags = new byte[Size];
    public readonly int[] Title = new int[Size];
    public readonly int[] Issuer = new int[Size];
    public readonly int[] Corporation = new int[Size];
    public readonly int[] Region = new int[Size];
    public readonly int[] Start = new int[Size];
    public readonly int[] End = new int[Size];

    /// <summary>Amounts in hundredths of an ISK, -1 for none.</summary>
    public readonly long[] Price = new long[Size];
    public readonly long[] Buyout = new long[Size];
    public readonly long[] Collateral = new long[Size];
    public readonly long[] Reward = new long[Size];
    public readonly long[] CurrentBid = new long[Size];
    public readonly long[] PriceNow = new long[Size];
    public readonly long[] UnitPrice = new long[Size];
    public readonly double[] Volume = new double[Size];
    public readonly double[] RewardPerVolume = new double[Size];
    public readonly int[] DaysToComplete = new int[Size];

    /// <summary>Unix milliseconds.</summary>
    public readonly long[] DateIssued = new long[Size];
    public readonly long[] DateExpired = new long[Size];
    public readonly long[] FirstSeen = new long[Size];
    public readonly byte[] HeadlineKind = new byte[Size];
    public readonly int[] HeadlineType = new int[Size];
    public readonly long[] HeadlineQuantity = new long[Size];
    public readonly int[] ShipName = new int[Size];
    public readonly int[] Composition = new int[Size];
    public readonly int[] Blueprints = new int[Size];
    public readonly int[] BlueprintOffer = new int[Size];
    public readonly int[] Lot = new int[Size];
    public readonly int[] BidCount = new int[Size];
    public readonly ulong[] Digest = new ulong[Size];

    /// <summary>The index in <see cref="Lines"/> where the row's lines begin; their number is in <see cref="LineCount"/>.</summary>
    public readonly int[] FirstLine = new int[Size];
    public readonly int[] LineCount = new int[Size];

    private readonly Array[] _columns;

    // Indexed by the segment's code; null if the block has no row of that segment.
    private readonly ulong[]?[] _bySegment = new ulong[SegmentCode.Count][];

    // Indexed by the sort's number. The array has more places than there are sorts.
    private readonly RowOrder?[] _orders = new RowOrder?[16];
    private LinePostings? _postings;
    private ulong _segments;
    private int[] _lines = new int[Size];
    private long[] _quantities = new long[Size];
    private int _lineEnd;

    public ContractBlock() => _columns =
    [
        Id, Segment, Flags, Title, Issuer, Corporation, Region, Start, End, Price, Buyout, Collateral, Reward, CurrentBid, PriceNow, Volume,
        RewardPerVolume, DaysToComplete, DateIssued, DateExpired, FirstSeen, HeadlineKind, HeadlineType, HeadlineQuantity, ShipName, Composition, Blueprints,
        BidCount, Digest, UnitPrice, BlueprintOffer, Lot,
    ];

    public int Count { get; private set; }

    /// <summary>Codes of the lines' kinds. The kinds of one contract come together, each of them once.</summary>
    public int[] Lines => Volatile.Read(ref _lines);

    /// <summary>Size of the block in bytes.</summary>
    public long Bytes => _columns.Sum(column => (long)Buffer.ByteLength(column)) + Buffer.ByteLength(FirstLine) + Buffer.ByteLength(LineCount) + Buffer.ByteLength(Lines) + Buffer.ByteLength(_quantities)
        + (BitOperations.PopCount(Segments) * Words * sizeof(ulong)) + _orders.Sum(order => order?.Bytes ?? 0) + (Postings?.Bytes ?? 0);

    /// <summary>The codes of the segments that have rows here, one bit each.</summary>
    public ulong Segments => Volatile.Read(ref _segments);

    /// <summary>Whether a contract with this number of lines still fits. An empty block takes any number.</summary>
    public bool Takes(int lines) => Count < Size && (_lineEnd + lines <= MaxLines || Count == 0);

    /// <summary>The rows of a segment, one bit each. Rows that only later states see may be included.</summary>
    public ReadOnlySpan<ulong> RowsOf(int segment) => _bySegment[segment];

    /// <summary>The rows indexed by the kinds of their lines; null if not made yet. Only a block that takes no more rows has them.</summary>
    public LinePostings? Postings
    {
        get => Volatile.Read(ref _postings);
        set => Volatile.Write(ref _postings, value);
    }

    /// <summary>The order of the rows by a sort; null in the same cases as <see cref="Postings"/>.</summary>
    public RowOrder? OrderBy(int sort) => Volatile.Read(ref _orders[sort]);

    /// <summary>Keeps an order for later requests. If two threads make an order at the same time, both make the same one.</summary>
    public RowOrder KeepOrder(int sort, RowOrder order)
    {
        Volatile.Write(ref _orders[sort], order);
        return order;
    }

    public ReadOnlySpan<int> LinesOf(int at) => Lines.AsSpan(FirstLine[at], LineCount[at]);

    /// <summary>How many units the contract holds of each kind of <see cref="LinesOf"/>, in the same order.</summary>
    public ReadOnlySpan<long> QuantitiesOf(int at) => Volatile.Read(ref _quantities).AsSpan(FirstLine[at], LineCount[at]);

    /// <summary>Appends a row for a contract. Returns its index.</summary>
    public int Add(Contract contract, in ContractGoods goods, ReadOnlySpan<int> lines, ReadOnlySpan<long> quantities, Dictionaries dictionaries)
    {
        var at = Count;
        Id[at] = contract.Id.Value;
        Segment[at] = SegmentCode.Of(Contracts.Market.Segment.Of(contract, goods));
        Flags[at] = (byte)((contract.IsBlueprintCopyContract ? RowFlags.Copies : 0) | (contract.IsWantToBuy ? RowFlags.Wanted : 0)
            | (contract.ForCorporation ? RowFlags.ForCorporation : 0) | (goods.Form != SingleForm.None ? RowFlags.OneKey : 0)
            | (goods.Form == SingleForm.FittedShip ? RowFlags.FittedShip : 0) | (goods.AsksForItems ? RowFlags.AsksForItems : 0));
        Title[at] = dictionaries.Titles.Of(contract.ShownTitle);
        Issuer[at] = dictionaries.Characters.Of(contract.IssuerId);
        Corporation[at] = dictionaries.Corporations.Of(contract.IssuerCorporationId);
        Region[at] = dictionaries.Regions.Of(contract.RegionId);
        Start[at] = contract.StartLocationId is { } start ? dictionaries.Places.Of(start) : -1;
        End[at] = contract.EndLocationId is { } end ? dictionaries.Places.Of(end) : -1;
        Price[at] = Of(contract.Price);
        Buyout[at] = Of(contract.Buyout);
        Collateral[at] = Of(contract.Collateral);
        Reward[at] = Of(contract.Reward);
        CurrentBid[at] = Of(contract.CurrentBid);
        PriceNow[at] = Of(contract.PriceNow);
        UnitPrice[at] = Of(goods.UnitPrice);
        Volume[at] = contract.Volume ?? double.NaN;
        RewardPerVolume[at] = contract.RewardPerVolume ?? double.NaN;
        DaysToComplete[at] = contract.DaysToComplete ?? NullNumber;
        DateIssued[at] = contract.DateIssued.ToUnixTimeMilliseconds();
        DateExpired[at] = contract.DateExpired.ToUnixTimeMilliseconds();
        FirstSeen[at] = contract.FirstSeenAt.ToUnixTimeMilliseconds();
        HeadlineKind[at] = (byte)contract.HeadlineKind;
        HeadlineType[at] = contract.HeadlineTypeId is { } type ? dictionaries.Types.Of(type) : -1;
        HeadlineQuantity[at] = contract.HeadlineQuantity ?? -1;
        ShipName[at] = contract.ShipName is { } ship ? dictionaries.ShipNames.Of(ship) : -1;
        Composition[at] = contract.Composition is { } composition ? dictionaries.Compositions.Of(composition) : -1;
        Blueprints[at] = contract.BlueprintSummary is { } summary ? dictionaries.Blueprints.Of(summary) : -1;
        BlueprintOffer[at] = goods.Blueprints is { } offer ? dictionaries.BlueprintOffers.Of(offer) : -1;
        Lot[at] = goods.Lot is { } lot ? dictionaries.Lots.Of(lot) : -1;
        BidCount[at] = contract.BidCount ?? NullNumber;
        Append(at, lines, quantities);
        return at;
    }

    /// <summary>Appends a copy of a row of another block. Returns its index.</summary>
    public int Add(ContractBlock other, int row)
    {
        var at = Count;
        for (var column = 0; column < _columns.Length; column++) Array.Copy(other._columns[column], row, _columns[column], at, 1);
        Append(at, other.LinesOf(row), other.QuantitiesOf(row));
        return at;
    }

    /// <summary>The row as a domain object. It lacks what no list shows: that the contract was accepted, and how it was closed earlier.</summary>
    public VisibleContract Read(int at, PublishedDictionaries dictionaries)
    {
        var segment = SegmentCode.Read(Segment[at]);
        BlueprintSummary? blueprints = Blueprints[at] < 0 ? null : dictionaries.Blueprints[Blueprints[at]];
        var flags = (RowFlags)Flags[at];
        return new VisibleContract(
            dictionaries.Regions[Region[at]], segment.Type, dictionaries.Titles[Title[at]], dictionaries.Characters[Issuer[at]], dictionaries.Corporations[Corporation[at]],
            flags.HasFlag(RowFlags.ForCorporation), Start[at] < 0 ? null : dictionaries.Places[Start[at]], End[at] < 0 ? null : dictionaries.Places[End[at]], Isk(Price[at]),
            Isk(Buyout[at]), Isk(Collateral[at]), Isk(Reward[at]), Number(Volume[at]), Number(RewardPerVolume[at]), Whole(DaysToComplete[at]),
            DateTimeOffset.FromUnixTimeMilliseconds(DateIssued[at]), DateTimeOffset.FromUnixTimeMilliseconds(DateExpired[at]),
            DateTimeOffset.FromUnixTimeMilliseconds(FirstSeen[at]), segment.LinesState,
            AcceptedSeen: false, (HeadlineKind)HeadlineKind[at], HeadlineType[at] < 0 ? null : dictionaries.Types[HeadlineType[at]],
            HeadlineQuantity[at] < 0 ? null : HeadlineQuantity[at], ShipName[at] < 0 ? null : dictionaries.ShipNames[ShipName[at]],
            Composition[at] < 0 ? null : dictionaries.Compositions[Composition[at]], blueprints?.CopyCount ?? 0, blueprints?.Runs, blueprints?.MaterialEfficiency,
            blueprints?.TimeEfficiency, segment.IsShipContract, flags.HasFlag(RowFlags.Copies), flags.HasFlag(RowFlags.Wanted), Isk(CurrentBid[at]),
            Whole(BidCount[at]), Isk(PriceNow[at]), ClosedAt: null, Closure: null, EarlierClosedAt: null, EarlierClosure: null);
    }

    /// <summary>What the row's lines say together.</summary>
    public ContractGoods ReadGoods(int at, PublishedDictionaries dictionaries)
    {
        var flags = (RowFlags)Flags[at];
        return new ContractGoods(
            flags.HasFlag(RowFlags.FittedShip) ? SingleForm.FittedShip : flags.HasFlag(RowFlags.OneKey) ? SingleForm.OneType : SingleForm.None,
            Isk(UnitPrice[at]), flags.HasFlag(RowFlags.AsksForItems), BlueprintOffer[at] < 0 ? null : dictionaries.BlueprintOffers[BlueprintOffer[at]],
            Lot[at] < 0 ? null : dictionaries.Lots[Lot[at]]);
    }

    private static T[] Longer<T>(T[] values, int length)
    {
        var longer = new T[length];
        values.CopyTo(longer, 0);
        return longer;
    }

    private void Append(int at, ReadOnlySpan<int> lines, ReadOnlySpan<long> quantities)
    {
        if (_lineEnd + lines.Length > _lines.Length)
        {
            var length = Math.Max(_lineEnd + lines.Length, Math.Min(_lines.Length * 2, MaxLines));
            Volatile.Write(ref _quantities, Longer(_quantities, length));
            Volatile.Write(ref _lines, Longer(_lines, length));
        }

        lines.CopyTo(_lines.AsSpan(_lineEnd));
        quantities.CopyTo(_quantities.AsSpan(_lineEnd));
        (FirstLine[at], LineCount[at]) = (_lineEnd, lines.Length);
        _lineEnd += lines.Length;
        (_bySegment[Segment[at]] ??= new ulong[Words])[at / 64] |= 1UL << (at % 64);
        Volatile.Write(ref _segments, _segments | (1UL << Segment[at]));
        Count++;
    }

    private static long Of(Isk? amount) => amount?.Hundredths ?? -1;

    private static Isk? Isk(long hundredths) => hundredths < 0 ? null : Domain.Isk.FromHundredths(hundredths);

    private static double? Number(double number) => double.IsNaN(number) ? null : number;

    private static int? Whole(int number) => number == NullNumber ? null : number;
}

/// <summary>The boolean columns of a row.</summary>
[Flags]
internal enum RowFlags : byte
{
    /// <summary>The contract offers a blueprint copy.</summary>
    Copies = 1,

    /// <summary>The contract only requests items (want-to-buy).</summary>
    Wanted = 2,
    ForCorporation = 4,

    /// <summary>The contract offers one key and requests nothing (B13).</summary>
    OneKey = 8,

    /// <summary>That key is a ship with things that belong in a ship.</summary>
    FittedShip = 16,

    /// <summary>The contract requests lines beside those that it offers.</summary>
    AsksForItems = 32,
}
