using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

/// <summary>The part of a contract that readers can see. A change of any other part does not raise the market's version.</summary>
public sealed partial class Contract : IFollowed
{
    /// <summary>
    /// Columns that are stored, but that nothing shows, filters by or sorts by. Every other column is part of <see cref="Visible"/>.
    /// </summary>
    public static readonly IReadOnlyList<string> Invisible =
    [
        nameof(Fingerprint), nameof(LinesAttempts), nameof(LinesNextAttemptAt), nameof(BidsAttempts), nameof(BidsNextAttemptAt), nameof(ChangedIn),
    ];

    public long ChangedIn { get; private set; }

    /// <summary>Everything of the contract's own row that a list or its page shows, filters or sorts by. Its lines and bids are rows of their own.</summary>
    public VisibleContract Visible => new(
        RegionId, Type, ShownTitle, IssuerId, IssuerCorporationId, ForCorporation, StartLocationId, EndLocationId, Price, Buyout, Collateral,
        Reward, Volume, RewardPerVolume, DaysToComplete, DateIssued, DateExpired, FirstSeenAt, LinesState, AcceptedSeen, HeadlineKind, HeadlineTypeId,
        HeadlineQuantity, ShipName, Composition, BlueprintCopyCount, BlueprintRuns, BlueprintMaterialEfficiency, BlueprintTimeEfficiency,
        IsShipContract, IsBlueprintCopyContract, IsWantToBuy, CurrentBid, BidCount, PriceNow, ClosedAt, Closure, EarlierClosedAt, EarlierClosure);

    public void Stamp(long version) => ChangedIn = version;
}

/// <summary>See <see cref="Contract.Visible"/>; the members are named like the contract's.</summary>
public readonly record struct VisibleContract(
    RegionId RegionId,
    ContractType Type,
    string Title,
    CharacterId IssuerId,
    CorporationId IssuerCorporationId,
    bool ForCorporation,
    LocationId? StartLocationId,
    LocationId? EndLocationId,
    Isk? Price,
    Isk? Buyout,
    Isk? Collateral,
    Isk? Reward,
    double? Volume,
    double? RewardPerVolume,
    int? DaysToComplete,
    DateTimeOffset DateIssued,
    DateTimeOffset DateExpired,
    DateTimeOffset FirstSeenAt,
    LinesState LinesState,
    bool AcceptedSeen,
    HeadlineKind HeadlineKind,
    TypeId? HeadlineTypeId,
    long? HeadlineQuantity,
    string? ShipName,
    Composition? Composition,
    int BlueprintCopyCount,
    int? BlueprintRuns,
    int? BlueprintMaterialEfficiency,
    int? BlueprintTimeEfficiency,
    bool IsShipContract,
    bool IsBlueprintCopyContract,
    bool IsWantToBuy,
    Isk? CurrentBid,
    int? BidCount,
    Isk? PriceNow,
    DateTimeOffset? ClosedAt,
    ClosureEvidence? Closure,
    DateTimeOffset? EarlierClosedAt,
    ClosureEvidence? EarlierClosure);
