using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// All that questions ask of one line. Lines that agree in it are one kind, whichever contract they are of: a question about lines
/// is judged once a kind, and a contract then has such a line or has none (B4).
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
    int? TimeEfficiency);

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
    int? TimeEfficiency)
{
    internal LineKind KindOf(int type) => new(type, CategoryId, GroupId, IsOffered, IsCopy, Runs, MaterialEfficiency, TimeEfficiency);
}
