using System.Linq.Expressions;
using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.GettingNames;

/// <summary>Names by id, to show which filters are chosen, or where a contract starts and ends.</summary>
public sealed record GetNames : IRequest<KnownNames>, IReadFromText, ILimitedQuestion
{
    public IReadOnlyList<SystemId> SystemIds { get; init; } = [];

    /// <summary>Stations and structures.</summary>
    public IReadOnlyList<LocationId> StationIds { get; init; } = [];

    public IReadOnlyList<TypeId> TypeIds { get; init; } = [];

    public IReadOnlyList<RegionId> RegionIds { get; init; } = [];

    public IReadOnlyList<CharacterId> CharacterIds { get; init; } = [];

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}

/// <summary>
/// The requested ids that have a name (M10); others are left out. The systems of the stations and the regions of all systems are included.
/// </summary>
public sealed record KnownNames(
    IReadOnlyDictionary<SystemId, KnownSystem> Systems,
    IReadOnlyDictionary<LocationId, KnownStation> Stations,
    IReadOnlyDictionary<TypeId, KnownType> Types,
    IReadOnlyDictionary<RegionId, KnownRegion> Regions)
{
    /// <summary>Only characters that issued an open contract.</summary>
    public IReadOnlyDictionary<CharacterId, string> Characters { get; init; } = new Dictionary<CharacterId, string>();
}

/// <summary><paramref name="Security"/> as the game shows it; the region is null until the static data was imported.</summary>
public sealed record KnownSystem(int SystemId, string Name, decimal Security, SecurityBand SecurityBand, int? RegionId, string? RegionName);

/// <summary>A station, or a structure that public data names; the system is null where it is unknown.</summary>
public sealed record KnownStation(long LocationId, string Name, int? SystemId);

/// <summary>The category is null where it is unknown.</summary>
public sealed record KnownType(int TypeId, string Name, int? CategoryId);

public sealed record KnownRegion(int RegionId, string Name);

internal sealed class GetNamesValidator : AbstractValidator<GetNames>
{
    public GetNamesValidator()
    {
        Few(query => query.SystemIds, "systems");
        Few(query => query.StationIds, "stations");
        Few(query => query.TypeIds, "types");
        Few(query => query.RegionIds, "regions");
        Few(query => query.CharacterIds, "characters");
    }

    private void Few<T>(Expression<Func<GetNames, IReadOnlyList<T>>> ids, string what) =>
        RuleFor(ids).Must(list => list.Count <= BrowseContracts.MaxValues)
            .WithMessage($"At most {BrowseContracts.MaxValues} {what} at once.");
}
