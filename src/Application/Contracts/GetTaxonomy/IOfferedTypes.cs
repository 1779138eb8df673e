using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.GetTaxonomy;

/// <summary>The types that live contracts offer: a distinct over all offered lines, which no specification can say.</summary>
public interface IOfferedTypes
{
    Task<IReadOnlyList<TypeId>> ListAsync(DateTimeOffset marketInstant, CancellationToken cancellationToken);
}
