using System.Linq.Expressions;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

public sealed partial class Contract
{
    /// <summary>A contract that a region's list names for the first time.</summary>
    /// <param name="row">The contract's row of the list.</param>
    /// <param name="region">The region.</param>
    /// <param name="seenAt">When the contract was seen; null where it may be as old as its date of issue (B14).</param>
    /// <exception cref="DomainException">The row has a flaw (<see cref="ListedContract.FindFlaw"/>).</exception>
    public static Contract FromListing(ListedContract row, RegionId region, DateTimeOffset? seenAt = null)
    {
        var contract = new Contract { Id = row.Id, RegionId = region, FirstSeenAt = seenAt ?? row.DateIssued };
        contract.Relist(row);
        return contract;
    }

    /// <summary>Takes the contract's row of the list again, changed or not. A closed contract becomes live again (M3).</summary>
    public void Relist(ListedContract row)
    {
        if (row.FindFlaw() is { } flaw) throw new DomainException(flaw);

        Type = row.Type;
        if (!Type.BearsLines()) LinesState = LinesState == LinesState.Read ? LinesState.Read : LinesState.None;
        else if (LinesState == LinesState.None) LinesState = LinesState.Pending;
        Title = PlainText.Clean(row.Title, MaxTitleLength);
        IssuerId = row.IssuerId;
        IssuerCorporationId = row.IssuerCorporationId;
        ForCorporation = row.ForCorporation;
        StartLocationId = row.StartLocationId;
        EndLocationId = Type == ContractType.Courier ? row.EndLocationId : null;
        Volume = row.Volume;
        DateIssued = row.DateIssued;
        DateExpired = row.DateExpired;
        Fingerprint = row.Fingerprint();
        Reopen();
        if (Type != ContractType.Auction) ForgetBids();
        TakeTerms(row);
        if (LinesState != LinesState.Read) Lead(Headline.Of(Type, Title));
    }

    /// <summary>
    /// Opens a closed contract that is listed again. The earlier closing stays known. An acceptance seen before is no evidence for the next
    /// closing.
    /// </summary>
    private void Reopen()
    {
        if (ClosedAt is null) return;
        (EarlierClosedAt, EarlierClosure) = (ClosedAt, Closure);
        (ClosedAt, Closure) = (null, null);
        AcceptedSeen = false;
    }

    /// <summary>
    /// Takes the contract's lines, once, and derives from them what the contract's row shows. Lines come in any order and are kept by
    /// <c>record_id</c>.
    /// </summary>
    /// <exception cref="DomainException">
    /// Lines were taken before, the type has none, the list is empty, a line belongs to another contract, or two lines share a record id.
    /// </exception>
    public void TakeLines(IEnumerable<ContractLine> told, Func<TypeId, CatalogueEntry> catalogue)
    {
        if (!LinesState.IsUnread()) throw new DomainException($"Contract {Id} has no lines to take.");
        var lines = told.OrderBy(line => line.RecordId).ToList();
        if (lines.Count == 0) throw new DomainException("A contract without lines is not complete.");
        if (lines.Exists(line => line.ContractId != Id)) throw new DomainException("A line of another contract.");
        if (lines.DistinctBy(line => line.RecordId).Count() < lines.Count) throw new DomainException("Two lines share a record id.");

        _lines.AddRange(lines);
        LinesState = LinesState.Read;
        LinesNextAttemptAt = null;

        DeriveFromLines(lines, catalogue);
    }

    /// <summary>
    /// Derives again what follows from the lines and the catalogue. False where nothing changed. A contract whose lines were not read stays
    /// as it is; otherwise the lines must be loaded.
    /// </summary>
    public bool Rederive(Func<TypeId, CatalogueEntry> catalogue)
    {
        if (LinesState != LinesState.Read) return false;
        if (_lines.Count == 0) throw new DomainException($"The lines of contract {Id} are not loaded.");
        var before = Visible;
        var linesDiffer = DeriveFromLines([.. _lines.OrderBy(line => line.RecordId)], catalogue);
        return linesDiffer || before != Visible;
    }

    /// <summary>The only place that derives values from lines. True where the category or group of a line changed.</summary>
    private bool DeriveFromLines(List<ContractLine> lines, Func<TypeId, CatalogueEntry> catalogue)
    {
        var differ = false;
        foreach (var line in lines) differ |= line.Classify(catalogue(line.TypeId));
        var ships = lines.Where(line => line.IsIncluded && catalogue(line.TypeId).IsShip).ToList();
        Lead(Headline.Of(lines, type => catalogue(type).IsShip));
        ShipName = ships.Count > 0 ? catalogue(ships[0].TypeId).EnglishName : null;
        IsShipContract = ships.Count > 0;
        Composition = Composition.Of(lines, type => catalogue(type).CategoryId);
        IsWantToBuy = !lines.Exists(line => line.IsIncluded);
        IsBlueprintCopyContract = lines.Exists(line => line is { IsIncluded: true, IsBlueprintCopy: true });
        Summarise(Contracts.BlueprintSummary.Of(lines));
        SettleTerms();
        return differ;
    }

    /// <summary>
    /// Whether the stored values that follow from terms, lines and bids are right. Lines and bids must be loaded. The call may change the
    /// contract, so the contract must not be saved afterwards.
    /// </summary>
    public bool IsDerivedRight(Func<TypeId, CatalogueEntry> catalogue)
    {
        var stored = Visible;
        var linesDiffer = LinesState == LinesState.Read && Rederive(catalogue);
        if (LinesState != LinesState.Read) Lead(Headline.Of(Type, Title));
        RewardPerVolume = PerVolume(Reward, Volume);
        if (BidCount is not null) CountBids();
        return !linesDiffer && stored == Visible;
    }

    /// <summary>
    /// A contract that waits for its lines, with only the values that taking or missing them depends on. Only <see cref="ColumnsOfLines"/>
    /// may be written of it. Thousands of contracts get their lines together, so reading their other columns is not worth the cost.
    /// </summary>
    public static Contract Waiting(
        ContractId id, RegionId region, ContractType type, Isk? price, Isk? reward, double? volume, DateTimeOffset dateExpired,
        HeadlineKind headline, int linesAttempts, bool acceptedSeen, Isk? currentBid, long changedIn) =>
        new()
        {
            Id = id,
            RegionId = region,
            Type = type,
            Price = price,
            Reward = reward,
            Volume = volume,
            RewardPerVolume = PerVolume(reward, volume),
            DateExpired = dateExpired,
            HeadlineKind = headline,
            LinesState = LinesState.Pending,
            LinesAttempts = linesAttempts,
            AcceptedSeen = acceptedSeen,
            CurrentBid = currentBid,
            ChangedIn = changedIn,
        };

    /// <summary>
    /// Records that the lines could not be read this time. They are not requested again before <paramref name="nextAttemptAt"/>. After
    /// <see cref="MaxLinesAttempts"/> attempts they are set aside until <see cref="RetryLines"/>.
    /// </summary>
    public void MissLines(DateTimeOffset nextAttemptAt, bool accepted)
    {
        LinesAttempts++;
        LinesNextAttemptAt = nextAttemptAt;
        AcceptedSeen |= accepted;
        if (LinesState == LinesState.Pending && LinesAttempts >= MaxLinesAttempts) LinesState = LinesState.SetAside;
    }

    /// <summary>Records that ESI was unavailable. This says nothing about the lines, so it does not count as an attempt.</summary>
    public void PostponeLines(DateTimeOffset nextAttemptAt) => LinesNextAttemptAt = nextAttemptAt;

    /// <summary>
    /// Makes lines due at once that were set aside or wait for their next attempt. They are requested at most <paramref name="attempts"/>
    /// times before they are set aside again.
    /// </summary>
    public void RetryLines(int attempts = MaxLinesAttempts)
    {
        if (!LinesState.IsUnread()) return;
        LinesState = LinesState.Pending;
        LinesAttempts = MaxLinesAttempts - attempts;
        LinesNextAttemptAt = null;
    }

    /// <summary>Takes the present bids. An empty list means that the auction is known to have no bid.</summary>
    /// <exception cref="DomainException">The contract is no auction, a bid is on another contract, or two bids share an id.</exception>
    public void TakeBids(IReadOnlyCollection<AuctionBid> bids, DateTimeOffset nextAttemptAt)
    {
        if (Type != ContractType.Auction) throw new DomainException("Only auctions take bids.");
        if (bids.Any(bid => bid.ContractId != Id)) throw new DomainException("A bid on another contract.");
        var ids = bids.Select(bid => bid.BidId).ToHashSet();
        if (ids.Count < bids.Count) throw new DomainException("Two bids share an id.");

        // A bid never changes, so known bids keep their rows.
        _bids.RemoveAll(bid => !ids.Contains(bid.BidId));
        _bids.AddRange(bids.Where(bid => _bids.TrueForAll(known => known.BidId != bid.BidId)).ToList());
        CountBids();
        BidsAttempts = 0;
        BidsNextAttemptAt = nextAttemptAt;
    }

    private void CountBids() => (BidCount, CurrentBid) = (_bids.Count, _bids.Count > 0 ? _bids.Max(bid => bid.Amount) : null);

    private void ForgetBids()
    {
        _bids.Clear();
        (BidCount, CurrentBid, BidsAttempts, BidsNextAttemptAt) = (null, null, 0, null);
    }

    /// <summary>Records that the bids could not be read this time. The known bids stay.</summary>
    public void MissBids(DateTimeOffset nextAttemptAt)
    {
        BidsAttempts++;
        BidsNextAttemptAt = nextAttemptAt;
    }

    /// <summary>How a contract ended that is missing from the list of <paramref name="generation"/>, judged by what is known (M8).</summary>
    public static ClosureEvidence EvidenceOf(ContractType type, DateTimeOffset dateExpired, bool acceptedSeen, DateTimeOffset generation)
    {
        if (acceptedSeen) return ClosureEvidence.Accepted;
        if (type.HasCoarseDates()) return dateExpired - CoarsestDate > generation ? ClosureEvidence.GoneEarly : ClosureEvidence.Gone;
        return dateExpired > generation ? ClosureEvidence.GoneEarly : ClosureEvidence.Expired;
    }

    /// <summary>Closes the contract because the list of <paramref name="generation"/> no longer names it.</summary>
    public void Close(DateTimeOffset generation)
    {
        if (ClosedAt is not null) throw new DomainException($"Contract {Id} is closed already.");

        Closure = EvidenceOf(Type, DateExpired, AcceptedSeen, generation);
        ClosedAt = generation;
    }

    /// <summary>Listed at the last good sweep.</summary>
    public static Expression<Func<Contract, bool>> IsOpen { get; } = contract => contract.ClosedAt == null;

    /// <summary>Listed, and not past its date at <paramref name="marketInstant"/> (B1).</summary>
    public static Expression<Func<Contract, bool>> IsLiveAt(DateTimeOffset marketInstant) =>
        contract => contract.ClosedAt == null && contract.DateExpired > marketInstant;

    /// <inheritdoc cref="IsLiveAt"/>
    public bool IsLive(DateTimeOffset marketInstant) => ClosedAt is null && DateExpired > marketInstant;
}
