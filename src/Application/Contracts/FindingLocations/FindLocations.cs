using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.FindingLocations;

/// <summary>Finds systems, stations and structures whose name holds all terms of a search (B3). Pages fill in filters with it.</summary>
public sealed record FindLocations : IRequest<FoundLocations>, IReadFromText, ILimitedQuestion
{
    /// <summary>At most this many of each kind are returned.</summary>
    public const int Most = 20;

    /// <summary>The text to find; null finds nothing.</summary>
    public string? Q { get; init; }

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}

/// <summary>Names that begin with the text come first; both parts are sorted by name. Systems are found by their name in any language.</summary>
public sealed record FoundLocations(IReadOnlyList<FoundSystem> Systems, IReadOnlyList<FoundStation> Stations);

/// <summary><paramref name="Security"/> as the game shows it; the region is null until the static data was imported.</summary>
public sealed record FoundSystem(int SystemId, string Name, decimal Security, SecurityBand SecurityBand, int? RegionId, string? RegionName);

/// <summary>A station, or a structure that public data names. All but id and name are null where the system is unknown.</summary>
public sealed record FoundStation(
    long LocationId, string Name, int? SystemId, string? SystemName, decimal? Security, int? RegionId, string? RegionName);

internal sealed class FindLocationsValidator : AbstractValidator<FindLocations>
{
    public FindLocationsValidator() =>
        RuleFor(query => query.Q!).Must((_, text, context) =>
        {
            if (SearchTerms.FindFlaw(text) is not { } flaw) return true;
            context.MessageFormatter.AppendArgument("Flaw", flaw);
            return false;
        }).WithMessage("{Flaw}").When(query => query.Q is not null);
}
