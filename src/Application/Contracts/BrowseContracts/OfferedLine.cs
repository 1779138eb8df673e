using System.Linq.Expressions;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>What one offered line has to meet, all of it together (B4).</summary>
internal static class OfferedLine
{
    public static bool IsAsked(BrowseContracts query) => AsksWhatItIs(query) || query
        is { MinRuns: not null } or { MaxRuns: not null } or { MinMe: not null } or { MaxMe: not null } or { MinTe: not null } or { MaxTe: not null };

    private static bool AsksWhatItIs(BrowseContracts query) => query is { TypeIds.Count: > 0 } or { CategoryId: not null } or { GroupId: not null };

    /// <summary>Null where nothing is asked that the contract's own row does not answer, as it does whether it offers copies.</summary>
    public static Expression<Func<OpenLine, bool>>? Asked(BrowseContracts query)
    {
        if (!IsAsked(query)) return null;

        var asked = new List<Expression<Func<OpenLine, bool>>>();
        if (query.TypeIds is { Count: > 0 } types) asked.Add(line => types.Contains(line.TypeId));
        if (query.CategoryId is { } category) asked.Add(line => line.CategoryId == category);
        if (query.GroupId is { } group) asked.Add(line => line.GroupId == group);
        if (query.MinRuns is { } minRuns) asked.Add(line => line.Runs >= minRuns);
        if (query.MaxRuns is { } maxRuns) asked.Add(line => line.Runs <= maxRuns);
        if (query.MinMe is { } minMe) asked.Add(line => line.MaterialEfficiency >= minMe);
        if (query.MaxMe is { } maxMe) asked.Add(line => line.MaterialEfficiency <= maxMe);
        if (query.MinTe is { } minTe) asked.Add(line => line.TimeEfficiency >= minTe);
        if (query.MaxTe is { } maxTe) asked.Add(line => line.TimeEfficiency <= maxTe);
        if (query.IsBpc == true) asked.Add(line => line.IsBlueprintCopy);
        if (!AsksWhatItIs(query)) asked.Add(line => line.TellsTerms);
        return Conditions.AllOf(asked);
    }
}
