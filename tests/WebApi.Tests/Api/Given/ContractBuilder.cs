using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>
/// A contract as the sync would leave it. It is listed; it is read if the test gives lines or its type has none; it is closed if the test
/// says so.
/// </summary>
internal sealed class ContractBuilder
{
    private readonly List<Func<ContractId, long, ContractLine>> _lines = [];
    private readonly List<decimal> _bids = [];
    private Func<ListedContract, ListedContract> _change = row => row;
    private RegionId _region = Universe.TheForge;
    private DateTimeOffset? _closedAt;
    private DateTimeOffset? _seenAt;

    private ContractBuilder(ContractType type) => _change = row => row with { Type = type };

    /// <summary>An item exchange; its lines are pending until the test gives offered or requested items.</summary>
    public static ContractBuilder AContract() => new(ContractType.ItemExchange);

    public static ContractBuilder AnAuction() => new(ContractType.Auction);

    public static ContractBuilder ACourier() => new(ContractType.Courier);

    public ContractBuilder Titled(string title) => With(row => row with { Title = title });

    public ContractBuilder Priced(decimal isk) => With(row => row with { Price = isk });

    public ContractBuilder In(RegionId region)
    {
        _region = region;
        return this;
    }

    public ContractBuilder Offering(params TypeId[] types) => Lines(types, isIncluded: true);

    public ContractBuilder Requesting(params TypeId[] types) => Lines(types, isIncluded: false);

    /// <summary>Offers a quantity in one line.</summary>
    public ContractBuilder OfferingAStackOf(TypeId type, long quantity)
    {
        _lines.Add((id, record) => new ContractLine(id, record, type, quantity, isIncluded: true));
        return this;
    }

    public ContractBuilder OfferingACopyOf(TypeId type, int runs, int me, int te)
    {
        _lines.Add((id, record) => new ContractLine(id, record, type, 1, isIncluded: true, isBlueprintCopy: true, runs, me, te));
        return this;
    }

    public ContractBuilder OfferingAnOriginalOf(TypeId type, int me, int te)
    {
        _lines.Add((id, record) => new ContractLine(id, record, type, 1, isIncluded: true, materialEfficiency: me, timeEfficiency: te));
        return this;
    }

    public ContractBuilder WithBidsOf(params decimal[] isk)
    {
        _bids.AddRange(isk);
        return this;
    }

    /// <summary>Lets the contract be new on a later list of its region. Otherwise it counts from its date of issue.</summary>
    public ContractBuilder FirstSeenAt(DateTimeOffset at)
    {
        _seenAt = at;
        return this;
    }

    public ContractBuilder ClosedAt(DateTimeOffset at)
    {
        _closedAt = at;
        return this;
    }

    public ContractBuilder With(Func<ListedContract, ListedContract> change)
    {
        var before = _change;
        _change = row => change(before(row));
        return this;
    }

    public Contract Build(ContractId id)
    {
        var row = _change(new ListedContract
        {
            Id = id,
            Type = ContractType.ItemExchange,
            IssuerId = Universe.Issuer,
            IssuerCorporationId = Universe.IssuerCorporation,
            StartLocationId = Universe.Jita,
            DateIssued = Universe.Noon.AddDays(-1),
            DateExpired = Universe.Noon.AddDays(6),
        });
        var contract = Contract.FromListing(row, _region, _seenAt);
        if (_lines.Count > 0) contract.TakeLines(_lines.Select((line, index) => line(id, index + 1)).ToList(), Universe.Catalogue);
        if (_bids.Count > 0)
            contract.TakeBids([.. _bids.Select((isk, index) => new AuctionBid(id, index + 1, Isk.Of(isk), Universe.Noon))], Universe.Noon);
        if (_closedAt is { } at) contract.Close(at);
        return contract;
    }

    private ContractBuilder Lines(TypeId[] types, bool isIncluded)
    {
        _lines.AddRange(types.Select(type => (Func<ContractId, long, ContractLine>)((id, record) =>
            new ContractLine(id, record, type, 1, isIncluded, itemId: isIncluded ? record + 1_000_000 : null))));
        return this;
    }
}
