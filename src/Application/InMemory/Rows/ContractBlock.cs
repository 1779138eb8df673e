using System.Numerics;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Up to 1,024 contracts, a column an array. Rows are appended and never changed: a contract that changes is a new row, and the old
/// one dies. What a column holds of names and texts is a code, see <see cref="Dictionaries"/>. -1, NaN or the lowest integer stand for null.
/// No column is a large object (85,000 bytes), which only a full collection would free.
/// </summary>
internal sealed class ContractBlock
{
    public const int Size = 1024;
    public const int Words = Size / 64;
    public const int NullNumber = int.MinValue;

    /// <summary>Stands where a block was emptied.</summary>
    public static readonly ContractBlock Nothing = new();

    /// <summary>So many lines fit below the large-object limit.</summary>
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
    public readonly double[] Volume = new double[Size];
    public readonly double[] RewardPerVolume = new double[Size];
    public readonly int[] DaysToComplete = new int[Size];

    /// <summary>Unix milliseconds.</summary>
    public readonly long[] DateIssued = new long[Size];
    public readonly long[] DateExpired = new long[Size];
    public readonly byte[] HeadlineKind = new byte[Size];
    public readonly int[] HeadlineType = new int[Size];
    public readonly long[] HeadlineQuantity = new long[Size];
    public readonly int[] ShipName = new int[Size];
    public readonly int[] Composition = new int[Size];
    public readonly int[] Blueprints = new int[Size];
    public readonly int[] BidCount = new int[Size];
    public readonly ulong[] Digest = new ulong[Size];

    /// <summary>Where the row's lines begin among <see cref="Lines"/>, and how many they are.</summary>
    public readonly int[] FirstLine = new int[Size];
    public readonly int[] LineCount = new int[Size];

    private readonly Array[] _columns;

    // By the segment's code; null where no row is of it.
    private readonly ulong[]?[] _bySegment = new ulong[SegmentCode.Count][];

    // By the sort's number; more than there are sorts.
    private readonly RowOrder?[] _orders = new RowOrder?[16];
    private LinePostings? _postings;
    private ulong _segments;
    private int[] _lines = new int[Size];
    private int _lineEnd;

    public ContractBlock() => _columns =
    [
        Id, Segment, Flags, Title, Issuer, Corporation, Region, Start, End, Price, Buyout, Collateral, Reward, CurrentBid, PriceNow, Volume,
        RewardPerVolume, DaysToComplete, DateIssued, DateExpired, HeadlineKind, HeadlineType, HeadlineQuantity, ShipName, Composition, Blueprints,
        BidCount, Digest,
    ];

    public int Count { get; private set; }

    /// <summary>Kinds of lines, those of one contract together and each once.</summary>
    public int[] Lines => Volatile.Read(ref _lines);

    /// <summary>What the block takes, in bytes.</summary>
    public long Bytes => _columns.Sum(column => (long)Buffer.ByteLength(column)) + Buffer.ByteLength(FirstLine) + Buffer.ByteLength(LineCount) + Buffer.ByteLength(Lines)
        + (BitOperations.PopCount(Segments) * Words * sizeof(ulong)) + _orders.Sum(order => order?.Bytes ?? 0) + (Postings?.Bytes ?? 0);

    /// <summary>The codes of segments that rows are of, a bit each.</summary>
    public ulong Segments => Volatile.Read(ref _segments);

    /// <summary>Whether a contract with so many lines still fits.</summary>
    public bool Takes(int lines) => Count < Size && (_lineEnd + lines <= MaxLines || Count == 0);

    /// <summary>The rows of a segment, a bit each; those of later states may be among them.</summary>
    public ReadOnlySpan<ulong> RowsOf(int segment) => _bySegment[segment];

    /// <summary>The rows by the kinds of their lines; null where that was not kept. Only a block that takes no more rows has it.</summary>
    public LinePostings? Postings
    {
        get => Volatile.Read(ref _postings);
        set => Volatile.Write(ref _postings, value);
    }

    /// <summary>The order of the rows by a sort; null as in <see cref="Postings"/>.</summary>
    public RowOrder? OrderBy(int sort) => Volatile.Read(ref _orders[sort]);

    /// <summary>For all who ask later. Two who make it at once make the same.</summary>
    public RowOrder KeepOrder(int sort, RowOrder order)
    {
        Volatile.Write(ref _orders[sort], order);
        return order;
    }

    public ReadOnlySpan<int> LinesOf(int at) => Lines.AsSpan(FirstLine[at], LineCount[at]);

    /// <summary>A new row. Returns where it is.</summary>
    public int Add(Contract contract, ReadOnlySpan<int> lines, Dictionaries dictionaries)
    {
        var at = Count;
        Id[at] = contract.Id.Value;
        Segment[at] = SegmentCode.Of(contract.Type, contract.IsShipContract, contract.LinesState);
        Flags[at] = (byte)((contract.IsBlueprintCopyContract ? RowFlags.Copies : 0) | (contract.IsWantToBuy ? RowFlags.Wanted : 0)
            | (contract.ForCorporation ? RowFlags.ForCorporation : 0));
        Title[at] = dictionaries.Titles.Of(contract.Title);
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
        Volume[at] = contract.Volume ?? double.NaN;
        RewardPerVolume[at] = contract.RewardPerVolume ?? double.NaN;
        DaysToComplete[at] = contract.DaysToComplete ?? NullNumber;
        DateIssued[at] = contract.DateIssued.ToUnixTimeMilliseconds();
        DateExpired[at] = contract.DateExpired.ToUnixTimeMilliseconds();
        HeadlineKind[at] = (byte)contract.HeadlineKind;
        HeadlineType[at] = contract.HeadlineTypeId is { } type ? dictionaries.Types.Of(type) : -1;
        HeadlineQuantity[at] = contract.HeadlineQuantity ?? -1;
        ShipName[at] = contract.ShipName is { } ship ? dictionaries.ShipNames.Of(ship) : -1;
        Composition[at] = contract.Composition is { } composition ? dictionaries.Compositions.Of(composition) : -1;
        Blueprints[at] = contract.BlueprintSummary is { } summary ? dictionaries.Blueprints.Of(summary) : -1;
        BidCount[at] = contract.BidCount ?? NullNumber;
        Append(at, lines);
        return at;
    }

    /// <summary>The row of another block, once more. Returns where it is.</summary>
    public int Add(ContractBlock other, int row)
    {
        var at = Count;
        for (var column = 0; column < _columns.Length; column++) Array.Copy(other._columns[column], row, _columns[column], at, 1);
        Append(at, other.LinesOf(row));
        return at;
    }

    /// <summary>The row as the domain tells it, but for what no list shows: how the contract ended before.</summary>
    public VisibleContract Read(int at, PublishedDictionaries dictionaries)
    {
        var segment = SegmentCode.Read(Segment[at]);
        var title = dictionaries.Titles[Title[at]];
        BlueprintSummary? blueprints = Blueprints[at] < 0 ? null : dictionaries.Blueprints[Blueprints[at]];
        var flags = (RowFlags)Flags[at];
        return new VisibleContract(
            dictionaries.Regions[Region[at]], segment.Type, title, SearchText.Normalise(title), dictionaries.Characters[Issuer[at]], dictionaries.Corporations[Corporation[at]],
            flags.HasFlag(RowFlags.ForCorporation), Start[at] < 0 ? null : dictionaries.Places[Start[at]], End[at] < 0 ? null : dictionaries.Places[End[at]], Isk(Price[at]),
            Isk(Buyout[at]), Isk(Collateral[at]), Isk(Reward[at]), Number(Volume[at]), Number(RewardPerVolume[at]), Whole(DaysToComplete[at]),
            DateTimeOffset.FromUnixTimeMilliseconds(DateIssued[at]), DateTimeOffset.FromUnixTimeMilliseconds(DateExpired[at]), segment.LinesState,
            AcceptedSeen: false, (HeadlineKind)HeadlineKind[at], HeadlineType[at] < 0 ? null : dictionaries.Types[HeadlineType[at]],
            HeadlineQuantity[at] < 0 ? null : HeadlineQuantity[at], ShipName[at] < 0 ? null : dictionaries.ShipNames[ShipName[at]],
            Composition[at] < 0 ? null : dictionaries.Compositions[Composition[at]], blueprints?.CopyCount ?? 0, blueprints?.Runs, blueprints?.MaterialEfficiency,
            blueprints?.TimeEfficiency, segment.IsShipContract, flags.HasFlag(RowFlags.Copies), flags.HasFlag(RowFlags.Wanted), Isk(CurrentBid[at]),
            Whole(BidCount[at]), Isk(PriceNow[at]), ClosedAt: null, Closure: null, EarlierClosedAt: null, EarlierClosure: null);
    }

    private void Append(int at, ReadOnlySpan<int> lines)
    {
        if (_lineEnd + lines.Length > _lines.Length)
        {
            var longer = new int[Math.Max(_lineEnd + lines.Length, Math.Min(_lines.Length * 2, MaxLines))];
            _lines.CopyTo(longer, 0);
            Volatile.Write(ref _lines, longer);
        }

        lines.CopyTo(_lines.AsSpan(_lineEnd));
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

/// <summary>What of a row is yes or no.</summary>
[Flags]
internal enum RowFlags : byte
{
    /// <summary>Offers a blueprint copy.</summary>
    Copies = 1,

    /// <summary>Only requests.</summary>
    Wanted = 2,
    ForCorporation = 4,
}
