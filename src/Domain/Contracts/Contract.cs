using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// A public contract. A sweep lists it, its lines are read once, and it is closed with evidence. Its terms follow M12: a term that the type
/// lacks is null, even where ESI sends zero.
/// </summary>
public sealed partial class Contract : IAggregateRoot
{
    /// <summary>Longer titles are cut to this length. The game allows 50 characters.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>After this many failed attempts in a row, which take about half a day, lines are set aside.</summary>
    public const int MaxLinesAttempts = 8;

    /// <summary>
    /// ESI sends an auction's end as the time of its list plus two hours or whole days, rounded up. The auction may have ended earlier by
    /// up to this time.
    /// </summary>
    private static readonly TimeSpan CoarsestDate = TimeSpan.FromDays(1);

    /// <summary>
    /// The columns that taking or missing lines may change. Of contracts that were <see cref="Waiting"/> the market's writer writes these.
    /// </summary>
    public static readonly IReadOnlyList<string> ColumnsOfLines =
    [
        nameof(LinesState), nameof(LinesAttempts), nameof(LinesNextAttemptAt), nameof(AcceptedSeen), nameof(HeadlineKind),
        nameof(HeadlineTypeId), nameof(HeadlineQuantity), nameof(ShipName), nameof(Composition), nameof(BlueprintCopyCount), nameof(BlueprintRuns),
        nameof(BlueprintMaterialEfficiency), nameof(BlueprintTimeEfficiency), nameof(IsShipContract), nameof(IsBlueprintCopyContract),
        nameof(IsWantToBuy), nameof(Price), nameof(PriceNow), nameof(Reward), nameof(RewardPerVolume), nameof(ChangedIn),
    ];

    /// <summary>The columns that taking or missing bids may change.</summary>
    public static readonly IReadOnlyList<string> ColumnsOfBids =
        [nameof(BidCount), nameof(CurrentBid), nameof(PriceNow), nameof(BidsAttempts), nameof(BidsNextAttemptAt), nameof(ChangedIn)];

    private readonly List<ContractLine> _lines = [];
    private readonly List<AuctionBid> _bids = [];

    private Contract() => Title = "";

    public ContractId Id { get; private set; }

    /// <summary>The region whose list names the contract, which is the region it starts in.</summary>
    public RegionId RegionId { get; private set; }

    public ContractType Type { get; private set; }

    /// <summary>
    /// User text as ESI gives it, trimmed, without control characters; empty where the issuer wrote none. It may hold the game's markup.
    /// Readers see <see cref="ShownTitle"/>.
    /// </summary>
    public string Title { get; private set; }

    /// <summary>
    /// The title without the game's markup. It is made at reading, not stored, so that it is right for every row that is stored already.
    /// </summary>
    public string ShownTitle => GameMarkup.Plain(Title, MaxTitleLength);

    public CharacterId IssuerId { get; private set; }

    public CorporationId IssuerCorporationId { get; private set; }

    public bool ForCorporation { get; private set; }

    public LocationId? StartLocationId { get; private set; }

    /// <summary>Couriers only.</summary>
    public LocationId? EndLocationId { get; private set; }

    /// <summary>Only on item exchanges that sell, and on auctions as the starting bid.</summary>
    public Isk? Price { get; private set; }

    /// <summary>Auctions only, above zero.</summary>
    public Isk? Buyout { get; private set; }

    /// <summary>Couriers only.</summary>
    public Isk? Collateral { get; private set; }

    /// <summary>Couriers, and item exchanges that pay one.</summary>
    public Isk? Reward { get; private set; }

    /// <summary>Cubic metres.</summary>
    public double? Volume { get; private set; }

    /// <summary>ISK per cubic metre; null where reward or volume is missing, or the volume is 0.</summary>
    public double? RewardPerVolume { get; private set; }

    /// <summary>Couriers only.</summary>
    public int? DaysToComplete { get; private set; }

    public DateTimeOffset DateIssued { get; private set; }

    /// <summary>For auctions a bound that ESI rounds and moves: "within" (M3).</summary>
    public DateTimeOffset DateExpired { get; private set; }

    /// <summary>
    /// When a sweep first saw the contract, which never changes (B14). A contract that was there before its region was followed counts from
    /// its date of issue.
    /// </summary>
    public DateTimeOffset FirstSeenAt { get; private set; }

    /// <summary>See <see cref="ListedContract.Fingerprint"/>.</summary>
    public long Fingerprint { get; private set; }

    public LinesState LinesState { get; private set; }

    /// <summary>How often reading the lines failed in a row.</summary>
    public int LinesAttempts { get; private set; }

    /// <summary>The lines are not requested again before this instant; null means at once.</summary>
    public DateTimeOffset? LinesNextAttemptAt { get; private set; }

    /// <summary>
    /// True where an answer of ESI said that the contract was accepted (M8). The sweep that misses the contract then closes it as accepted.
    /// </summary>
    public bool AcceptedSeen { get; private set; }

    public HeadlineKind HeadlineKind { get; private set; }

    public TypeId? HeadlineTypeId { get; private set; }

    /// <inheritdoc cref="Headline"/>
    public long? HeadlineQuantity { get; private set; }

    /// <summary>The English name of the headline's ship, for sorting; null for anything but a ship.</summary>
    public string? ShipName { get; private set; }

    public Composition? Composition { get; private set; }

    public int BlueprintCopyCount { get; private set; }

    public int? BlueprintRuns { get; private set; }

    public int? BlueprintMaterialEfficiency { get; private set; }

    public int? BlueprintTimeEfficiency { get; private set; }

    /// <summary>Offers at least one ship.</summary>
    public bool IsShipContract { get; private set; }

    /// <summary>Offers at least one blueprint copy.</summary>
    public bool IsBlueprintCopyContract { get; private set; }

    /// <summary>Only requests lines and offers none.</summary>
    public bool IsWantToBuy { get; private set; }

    /// <summary>Auctions; null while unknown or without a bid.</summary>
    public Isk? CurrentBid { get; private set; }

    /// <summary>Auctions; null while the bids are unread.</summary>
    public int? BidCount { get; private set; }

    /// <summary>
    /// The amount that price filters and the sort by price use (M12): the current bid where it is known, else the price. It is always
    /// derived from both, and stored so that an index can hold it.
    /// </summary>
    public Isk? PriceNow
    {
        get => CurrentBid ?? Price;
        private set => _ = value;
    }

    /// <summary>How often reading the bids failed in a row.</summary>
    public int BidsAttempts { get; private set; }

    /// <summary>The bids of an auction are not requested again before this instant; null means at once.</summary>
    public DateTimeOffset? BidsNextAttemptAt { get; private set; }

    /// <summary>Null while the contract is listed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while the contract is listed.</summary>
    public ClosureEvidence? Closure { get; private set; }

    /// <summary>When the contract had left the list before it was listed again (M3); null where that never happened.</summary>
    public DateTimeOffset? EarlierClosedAt { get; private set; }

    /// <summary>The evidence of that earlier closing; null where there was none.</summary>
    public ClosureEvidence? EarlierClosure { get; private set; }

    public IReadOnlyCollection<ContractLine> Lines => _lines;

    public IReadOnlyCollection<AuctionBid> Bids => _bids;

    public Headline Headline => new(HeadlineKind, HeadlineTypeId, HeadlineQuantity);

    public BlueprintSummary? BlueprintSummary => BlueprintCopyCount == 0
        ? null
        : new BlueprintSummary(BlueprintCopyCount, BlueprintRuns, BlueprintMaterialEfficiency, BlueprintTimeEfficiency);
}
