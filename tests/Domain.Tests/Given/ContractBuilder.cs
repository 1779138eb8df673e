using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Domain.Tests.Given;

/// <summary>Builds a contract as the sync would: first from its list, then with its lines, if the test gave any.</summary>
internal sealed class ContractBuilder(ListedContract row)
{
    private readonly List<ContractLine> _lines = [];
    private ListedContract _row = row;

    public ListedContract Row => _row;

    public IReadOnlyList<ContractLine> Lines => _lines;

    public ContractBuilder Titled(string title) => With(row => row with { Title = title });

    public ContractBuilder Priced(decimal isk) => With(row => row with { Price = isk });

    public ContractBuilder Rewarded(decimal isk) => With(row => row with { Reward = isk });

    public ContractBuilder Expiring(DateTimeOffset at) => With(row => row with { DateExpired = at });

    public ContractBuilder With(Func<ListedContract, ListedContract> change)
    {
        _row = change(_row);
        return this;
    }

    public ContractBuilder Offering(TypeId type, long quantity = 1, long? recordId = null) =>
        Line(recordId, id => new ContractLine(_row.Id, id, type, quantity, isIncluded: true));

    public ContractBuilder OfferingCopy(TypeId type, int runs = 10, int me = 8, int te = 14) =>
        Line(null, id => new ContractLine(_row.Id, id, type, 1, isIncluded: true, isBlueprintCopy: true, runs, me, te));

    public ContractBuilder Requesting(TypeId type, long quantity = 1, long? recordId = null) =>
        Line(recordId, id => new ContractLine(_row.Id, id, type, quantity, isIncluded: false));

    public ContractBuilder RequestingCopy(TypeId type) =>
        Line(null, id => new ContractLine(_row.Id, id, type, 1, isIncluded: false, isBlueprintCopy: true));

    /// <summary>The contract as it is after the region's list alone.</summary>
    public Contract Listed() => Contract.FromListing(_row, Builders.TheForge);

    /// <summary>The contract with its lines read, if the test gave any.</summary>
    public Contract Build()
    {
        var contract = Listed();
        if (_lines.Count > 0) contract.TakeLines(_lines, Known.Catalogue);
        return contract;
    }

    private ContractBuilder Line(long? recordId, Func<long, ContractLine> line)
    {
        _lines.Add(line(recordId ?? _lines.Count + 1));
        return this;
    }
}
