using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>The families of values that can be counted (B17).</summary>
public enum FacetFamily
{
    Regions,
    Categories,
    Groups,
    Types,
    Security,
    ContractTypes,
    Segments,
}

/// <summary>
/// How many rows each value of a family would show: the total of the same question with that family's filter replaced by this value
/// alone (B17). A family that was not asked for is null.
/// </summary>
public sealed record Facets(
    IdFacet? Regions,
    IdFacet? Categories,
    IdFacet? Groups,
    IdFacet? Types,
    SecurityFacet? Security,
    ContractTypeFacet? ContractTypes,
    ContractSegmentFacet? Segments);

/// <summary>
/// Values with a count, largest first, then by id. Chosen values are always included. At most <see cref="MaxValues"/> others are;
/// <paramref name="LeftOut"/> tells how many more values have a count.
/// </summary>
public sealed record IdFacet(IReadOnlyList<IdCount> Values, int LeftOut)
{
    public const int MaxValues = 100;
}

/// <summary><paramref name="Name"/> is null where it is unknown.</summary>
public sealed record IdCount(int Id, string? Name, int Count);

/// <summary>Every band.</summary>
public sealed record SecurityFacet(IReadOnlyList<SecurityCount> Values);

public sealed record SecurityCount(SecurityBand Value, int Count);

/// <summary>Every contract type.</summary>
public sealed record ContractTypeFacet(IReadOnlyList<ContractTypeCount> Values);

public sealed record ContractTypeCount(ContractType Value, int Count);

/// <summary>
/// Every segment (B12). Beside them stand the contracts that meet the other filters and are in no segment. <paramref name="Pending"/> counts
/// exchanges whose lines are not read yet, as the page's own <c>pending</c> does. <paramref name="None"/> counts loans and contracts of an
/// unknown type.
/// </summary>
public sealed record ContractSegmentFacet(IReadOnlyList<ContractSegmentCount> Values, int Pending, int None);

public sealed record ContractSegmentCount(ContractSegment Value, int Count);
