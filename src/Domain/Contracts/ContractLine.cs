using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>One line of a contract (<c>GET /contracts/public/items/{contract_id}</c>): an offered or requested stack.</summary>
public sealed class ContractLine
{
    /// <summary>The columns that follow from the line's type.</summary>
    public static readonly IReadOnlyList<string> ColumnsOfType = [nameof(CategoryId), nameof(GroupId)];

    private ContractLine()
    {
    }

    public ContractLine(
        ContractId contractId,
        long recordId,
        TypeId typeId,
        long quantity,
        bool isIncluded,
        bool isBlueprintCopy = false,
        int? runs = null,
        int? materialEfficiency = null,
        int? timeEfficiency = null,
        long? itemId = null)
    {
        if (recordId <= 0) throw new DomainException("A line's record id is above zero.");
        if (quantity < 0) throw new DomainException("A line's quantity is never negative.");

        ContractId = contractId;
        RecordId = recordId;
        TypeId = typeId;
        Quantity = quantity;
        IsIncluded = isIncluded;
        IsBlueprintCopy = isBlueprintCopy;
        Runs = runs is < 0 ? null : runs;
        MaterialEfficiency = materialEfficiency;
        TimeEfficiency = timeEfficiency;
        ItemId = itemId;
    }

    public ContractId ContractId { get; private set; }

    public long RecordId { get; private set; }

    public TypeId TypeId { get; private set; }

    public long Quantity { get; private set; }

    /// <summary>True where the issuer offers the line, false where the issuer requests it.</summary>
    public bool IsIncluded { get; private set; }

    public bool IsBlueprintCopy { get; private set; }

    /// <summary>Runs left on a copy; null for an original, for which ESI sometimes sends -1.</summary>
    public int? Runs { get; private set; }

    /// <summary>Per cent; null on anything but a blueprint.</summary>
    public int? MaterialEfficiency { get; private set; }

    /// <summary>Per cent; null on anything but a blueprint.</summary>
    public int? TimeEfficiency { get; private set; }

    /// <summary>Null for a requested line, because no item exists yet.</summary>
    public long? ItemId { get; private set; }

    /// <summary>
    /// The type's category, stored here so that one line answers a whole filter (B4). Null where the type is unknown, and for a requested
    /// line, because no filter needs it.
    /// </summary>
    public CategoryId? CategoryId { get; private set; }

    /// <inheritdoc cref="CategoryId"/>
    public GroupId? GroupId { get; private set; }

    /// <summary>Stores the category and the group of the line's type. False where both were stored already.</summary>
    internal bool Classify(CatalogueEntry type)
    {
        var (category, group) = IsIncluded ? (type.CategoryId, type.GroupId) : (null, null);
        if ((CategoryId, GroupId) == (category, group)) return false;
        (CategoryId, GroupId) = (category, group);
        return true;
    }
}
