using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using MediatR;

namespace HangarBay.Application.Status;

/// <summary>How fresh the market is, whether a process sweeps it, and what is still to be read.</summary>
public sealed record GetStatus : IRequest<MarketStatus>, IReadFromText, ILimitedQuestion
{
    /// <summary>The language of the regions' names.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}
