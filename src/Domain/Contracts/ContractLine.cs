using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>One line of a contract (<c>GET /contracts/public/items/{contract_id}</c>): an offered or requested stack.</summary>
public sealed class ContractLine
{
    /// <summary>All that follows from what the line's type is.</summary>
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

    /// <summary>True where the issuer offers the line, false where he asks for it.</summary>
    public bool IsIncluded { get; private set; }

    public bool IsBlueprintCopy { get; private set; }

    /// <summary>Runs left of a copy; null for an original, for which some tellings of ESI send -1.</summary>
    public int? Runs { get; private set; }

    /// <summary>Per cent; null on anything but a blueprint.</summary>
    public int? MaterialEfficiency { get; private set; }

    /// <summary>Per cent; null on anything but a blueprint.</summary>
    public int? TimeEfficiency { get; private set; }

    /// <summary>Null where the line is requested: nothing exists yet.</summary>
    public long? ItemId { get; private set; }

    /// <summary>
    /// The type's category, kept here so that one line answers a whole filter (B4). Null where the type is unknown, and where the
    /// line is requested: nobody asks for that.
    /// </summary>
    public CategoryId? CategoryId { get; private set; }

    /// <inheritdoc cref="CategoryId"/>
    public GroupId? GroupId { get; private set; }

    /// <summary>False where it was known so already.</summary>
    internal bool Classify(CatalogueEntry type)
    {
        var (category, group) = IsIncluded ? (type.CategoryId, type.GroupId) : (null, null);
        if ((CategoryId, GroupId) == (category, group)) return false;
        (CategoryId, GroupId) = (category, group);
        return true;
    }
}
