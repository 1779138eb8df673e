using System.Linq.Expressions;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>What one offered line has to meet, all of it together (B4).</summary>
internal static class OfferedLine
{
    /// <summary>Null where nothing is asked that the contract's own row does not answer, as it does whether it offers copies.</summary>
    public static Expression<Func<ContractItem, bool>>? Asked(BrowseContracts query)
    {
        var asked = new List<Expression<Func<ContractItem, bool>>>();
        if (query.TypeIds is { Count: > 0 } types) asked.Add(line => types.Contains(line.TypeId));
        if (query.CategoryId is { } category) asked.Add(line => line.CategoryId == category);
        if (query.GroupId is { } group) asked.Add(line => line.GroupId == group);
        if (query.MinRuns is { } minRuns) asked.Add(line => line.Runs >= minRuns);
        if (query.MaxRuns is { } maxRuns) asked.Add(line => line.Runs <= maxRuns);
        if (query.MinMe is { } minMe) asked.Add(line => line.MaterialEfficiency >= minMe);
        if (query.MaxMe is { } maxMe) asked.Add(line => line.MaterialEfficiency <= maxMe);
        if (query.MinTe is { } minTe) asked.Add(line => line.TimeEfficiency >= minTe);
        if (query.MaxTe is { } maxTe) asked.Add(line => line.TimeEfficiency <= maxTe);
        if (asked.Count == 0) return null;

        if (query.IsBpc == true) asked.Add(line => line.IsBlueprintCopy);
        return Conditions.AllOf(asked.Prepend(line => line.IsIncluded));
    }
}
