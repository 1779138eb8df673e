using HangarBay.Application.Abstractions;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.GettingTaxonomy;

/// <summary>The categories and groups of what live contracts offer, not of the whole universe.</summary>
public sealed record GetTaxonomy : IMarketQuestion<Taxonomy>, IReadFromText, ILimitedQuestion
{
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key => Unreadable.Count > 0 ? null : $"taxonomy {Lang}";
}

/// <summary>
/// Sorted by name. <paramref name="Coverage"/> is complete where every region that was tried has a good sweep and no live contract has
/// unread lines.
/// </summary>
public sealed record Taxonomy(
    IReadOnlyList<TaxonomyCategory> Categories, IReadOnlyList<TaxonomyGroup> Groups, TaxonomyCoverage Coverage);

public sealed record TaxonomyCategory(int CategoryId, string? Name);

public sealed record TaxonomyGroup(int GroupId, int CategoryId, string? Name);

public enum TaxonomyCoverage
{
    Partial,
    Complete,
}
