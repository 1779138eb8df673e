using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// A public contract: listed by a sweep, given its lines once, closed with evidence. Its terms follow M12: a term that
/// the type lacks is null, whatever zero ESI sends.
/// </summary>
public sealed partial class Contract : IAggregateRoot
{
    /// <summary>The longest title kept; the game allows 50 characters, anything longer is cut.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>So often in a row lines are asked for in vain before they are set aside: about half a day.</summary>
    public const int MaxLinesAttempts = 8;

    /// <summary>
    /// ESI tells an auction's end as its list's time and two hours, or whole days, rounded up: it may have ended by so much
    /// before.
    /// </summary>
    private static readonly TimeSpan CoarsestDate = TimeSpan.FromDays(1);

    /// <summary>All that taking or missing lines may change: what the market's writer writes of contracts that were <see cref="Waiting"/>.</summary>
    public static readonly IReadOnlyList<string> ColumnsOfLines =
    [
        nameof(LinesState), nameof(LinesAttempts), nameof(LinesNextAttemptAt), nameof(AcceptedSeen), nameof(HeadlineKind),
        nameof(HeadlineTypeId), nameof(HeadlineQuantity), nameof(ShipName), nameof(Composition), nameof(BlueprintCopyCount), nameof(BlueprintRuns),
        nameof(BlueprintMaterialEfficiency), nameof(BlueprintTimeEfficiency), nameof(IsShipContract), nameof(IsBlueprintCopyContract),
        nameof(IsWantToBuy), nameof(Price), nameof(PriceNow), nameof(Reward), nameof(RewardPerVolume), nameof(ChangedIn),
    ];

    /// <summary>All that taking or missing bids may change.</summary>
    public static readonly IReadOnlyList<string> ColumnsOfBids =
        [nameof(BidCount), nameof(CurrentBid), nameof(PriceNow), nameof(BidsAttempts), nameof(BidsNextAttemptAt), nameof(ChangedIn)];

    private readonly List<ContractLine> _lines = [];
    private readonly List<AuctionBid> _bids = [];

    private Contract()
    {
        Title = "";
        TitleSearch = "";
    }

    public ContractId Id { get; private set; }

    /// <summary>The region whose list names the contract, which is the region it starts in.</summary>
    public RegionId RegionId { get; private set; }

    public ContractType Type { get; private set; }

    /// <summary>User text, trimmed, without control characters; empty where the issuer wrote none.</summary>
    public string Title { get; private set; }

    /// <summary>The title in the form that is searched (B3).</summary>
    public string TitleSearch { get; private set; }

    public CharacterId IssuerId { get; private set; }

    public CorporationId IssuerCorporationId { get; private set; }

    public bool ForCorporation { get; private set; }

    public LocationId? StartLocationId { get; private set; }

    /// <summary>Couriers only.</summary>
    public LocationId? EndLocationId { get; private set; }

    /// <summary>Exchanges that sell, and auctions, where it is the starting bid.</summary>
    public Isk? Price { get; private set; }

    /// <summary>Auctions only, above zero.</summary>
    public Isk? Buyout { get; private set; }

    /// <summary>Couriers only.</summary>
    public Isk? Collateral { get; private set; }

    /// <summary>Couriers and want-to-buys.</summary>
    public Isk? Reward { get; private set; }

    /// <summary>Cubic metres.</summary>
    public double? Volume { get; private set; }

    /// <summary>ISK a cubic metre; null where reward or volume is missing, or the volume is 0.</summary>
    public double? RewardPerVolume { get; private set; }

    /// <summary>Couriers only.</summary>
    public int? DaysToComplete { get; private set; }

    public DateTimeOffset DateIssued { get; private set; }

    /// <summary>For auctions a bound that ESI rounds and moves: "within" (M3).</summary>
    public DateTimeOffset DateExpired { get; private set; }

    /// <summary>See <see cref="ListedContract.Fingerprint"/>.</summary>
    public long Fingerprint { get; private set; }

    public LinesState LinesState { get; private set; }

    /// <summary>How often reading the lines failed in a row.</summary>
    public int LinesAttempts { get; private set; }

    /// <summary>Not before this the lines are asked for again; null: at once.</summary>
    public DateTimeOffset? LinesNextAttemptAt { get; private set; }

    /// <summary>Set where an answer we needed anyway said so (M8); the sweep that misses the contract closes it as such.</summary>
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

    /// <summary>Only requests.</summary>
    public bool IsWantToBuy { get; private set; }

    /// <summary>Auctions; null while unknown or without a bid.</summary>
    public Isk? CurrentBid { get; private set; }

    /// <summary>Auctions; null while the bids are unread.</summary>
    public int? BidCount { get; private set; }

    /// <summary>
    /// What price filters and the sort by price go by (M12): the current bid where it is known, else the price. Always derived
    /// from both, and stored so that an index can hold it.
    /// </summary>
    public Isk? PriceNow
    {
        get => CurrentBid ?? Price;
        private set => _ = value;
    }

    /// <summary>How often reading the bids failed in a row.</summary>
    public int BidsAttempts { get; private set; }

    /// <summary>Not before this the bids are asked for again; null: at once, on auctions.</summary>
    public DateTimeOffset? BidsNextAttemptAt { get; private set; }

    /// <summary>Null while the contract is listed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while the contract is listed.</summary>
    public ClosureEvidence? Closure { get; private set; }

    /// <summary>When it had left the list before it was listed again (M3); null where it never had.</summary>
    public DateTimeOffset? EarlierClosedAt { get; private set; }

    /// <summary>How it seemed to have ended then; null where it never had.</summary>
    public ClosureEvidence? EarlierClosure { get; private set; }

    public IReadOnlyCollection<ContractLine> Lines => _lines;

    public IReadOnlyCollection<AuctionBid> Bids => _bids;

    public Headline Headline => new(HeadlineKind, HeadlineTypeId, HeadlineQuantity);

    public BlueprintSummary? BlueprintSummary => BlueprintCopyCount == 0
        ? null
        : new BlueprintSummary(BlueprintCopyCount, BlueprintRuns, BlueprintMaterialEfficiency, BlueprintTimeEfficiency);
}
