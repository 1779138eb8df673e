using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using MediatR;

namespace HangarBay.Application.Status;

/// <summary>How fresh the market is, who keeps it so, and what is still to be read.</summary>
public sealed record GetStatus : IRequest<MarketStatus>, IReadFromText, ILimitedQuestion
{
    /// <summary>Of the regions' names.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}
