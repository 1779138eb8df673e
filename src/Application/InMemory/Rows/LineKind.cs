using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Everything about a line that questions can use. Lines that agree in it are of one kind, even in different contracts. A question about
/// lines is decided once for each kind; then a contract has a line of a matching kind, or it has none (B4).
/// </summary>
/// <param name="Type">The code of its type.</param>
internal readonly record struct LineKind(
    int Type,
    CategoryId? CategoryId,
    GroupId? GroupId,
    bool IsOffered,
    bool IsCopy,
    int? Runs,
    int? MaterialEfficiency,
    int? TimeEfficiency)
{
    /// <param name="type">The id of <see cref="Type"/>.</param>
    /// <param name="quantity">How many the contract's lines of this kind hold together.</param>
    public LotLine InLot(TypeId type, long quantity) =>
        new(type, CategoryId, GroupId, IsOffered, IsCopy, Runs, MaterialEfficiency, TimeEfficiency, quantity);
}

/// <summary>A line as it is read from the database for the market in memory.</summary>
public readonly record struct LiveLine(
    ContractId ContractId,
    TypeId TypeId,
    CategoryId? CategoryId,
    GroupId? GroupId,
    bool IsOffered,
    bool IsCopy,
    int? Runs,
    int? MaterialEfficiency,
    int? TimeEfficiency,
    long Quantity = 1)
{
    internal LineKind KindOf(int type) => new(type, CategoryId, GroupId, IsOffered, IsCopy, Runs, MaterialEfficiency, TimeEfficiency);
}
