using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;

namespace HangarBay.Application.Contracts.CountingContracts;

/// <summary>How many live contracts meet the filters. Paging and sort of <see cref="Filters"/> are ignored.</summary>
public sealed record CountContracts : IMarketQuestion<ContractCount>, IReadFromText, ILimitedQuestion
{
    public required BrowseContracts Filters { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable => Filters.Unreadable;

    public string? Key => Filters.Key is { } filters ? $"count\n{filters}" : null;
}

/// <summary>
/// <paramref name="Total"/> is the total of the list with the same filters. <paramref name="AsOf"/> is when the market last changed, null
/// while nothing was ever stored. What comes later is first seen after it, so <c>since</c> with this instant asks for nothing twice (B14).
/// </summary>
public sealed record ContractCount(int Total, DateTimeOffset? AsOf);

internal sealed class CountContractsValidator : AbstractValidator<CountContracts>
{
    private static readonly BrowseContractsValidator OfFilters = new();

    public CountContractsValidator() => RuleFor(count => count.Filters).Custom((filters, context) =>
    {
        // The failures keep the filters' own names, because these are the parameters.
        foreach (var failure in OfFilters.Validate(filters).Errors) context.AddFailure(failure);
    });
}
