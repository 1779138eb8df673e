using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.GetTaxonomy;

/// <summary>The groups of what live contracts offer: a distinct over all offered lines, which no specification can say.</summary>
public interface IOfferedGroups
{
    Task<IReadOnlyList<GroupId>> ListAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken);
}
