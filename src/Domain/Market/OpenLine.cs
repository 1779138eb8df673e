using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Market;

/// <summary>
/// What a contract that is not closed offers, as filters ask for it: a line, beside what lists ask of its contract. Kept apart
/// from the lines, of which most belong to closed contracts, so that a question for lines is answered from few small rows.
/// Lines of one contract that no filter tells apart are one. Whoever changes contracts sets it right in the same transaction.
/// </summary>
public sealed class OpenLine : IAggregateRoot
{
    private OpenLine()
    {
    }

    private OpenLine(Contract contract, ContractItem line, bool tellsTerms)
    {
        (ContractId, RecordId) = (line.ContractId, line.RecordId);
        (TypeId, CategoryId, GroupId) = (line.TypeId, line.CategoryId, line.GroupId);
        (IsBlueprintCopy, Runs, MaterialEfficiency, TimeEfficiency) = (line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency);
        (RegionId, Type, IsShipContract) = (contract.RegionId, contract.Type, contract.IsShipContract);
        DateExpired = contract.DateExpired;
        TellsTerms = tellsTerms;
    }

    public ContractId ContractId { get; private set; }

    /// <summary>Of the first of the lines that are told as one.</summary>
    public long RecordId { get; private set; }

    public TypeId TypeId { get; private set; }

    /// <inheritdoc cref="ContractItem.CategoryId"/>
    public CategoryId? CategoryId { get; private set; }

    /// <inheritdoc cref="ContractItem.CategoryId"/>
    public GroupId? GroupId { get; private set; }

    public bool IsBlueprintCopy { get; private set; }

    /// <inheritdoc cref="ContractItem.Runs"/>
    public int? Runs { get; private set; }

    /// <inheritdoc cref="ContractItem.MaterialEfficiency"/>
    public int? MaterialEfficiency { get; private set; }

    /// <inheritdoc cref="ContractItem.TimeEfficiency"/>
    public int? TimeEfficiency { get; private set; }

    /// <summary>
    /// False where a line before it has the same runs and efficiencies, and is a copy or none as this one is: who asks for
    /// these alone need not see it, which spares them most of a bag of blueprints.
    /// </summary>
    public bool TellsTerms { get; private set; }

    public RegionId RegionId { get; private set; }

    /// <summary>The contract's.</summary>
    public ContractType Type { get; private set; }

    public bool IsShipContract { get; private set; }

    public DateTimeOffset DateExpired { get; private set; }

    /// <summary>Of a contract whose lines were read and are loaded; none where it is closed.</summary>
    public static IEnumerable<OpenLine> Of(Contract contract)
    {
        if (contract.ClosedAt is not null) return [];
        var told = new HashSet<(bool, int?, int?, int?)>();
        return contract.Items
            .Where(line => line.IsIncluded)
            .OrderBy(line => line.RecordId)
            .DistinctBy(line => (line.TypeId, Terms(line)))
            .Select(line => new OpenLine(contract, line, told.Add(Terms(line))));
    }

    private static (bool, int?, int?, int?) Terms(ContractItem line) => (line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency);
}
