using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingContracts;

/// <summary>
/// Every live contract that meets the filters, sorted by id, in batches of which only one is held at a time. All rows come from the state
/// of the market at the start of the export, and are live at its market instant. Paging and sort of <see cref="Filters"/> are ignored.
/// </summary>
public sealed record ExportContracts : IRequest<IAsyncEnumerable<IReadOnlyList<ContractRow>>>, IReadFromText, ILimitedQuestion
{
    public required BrowseContracts Filters { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable => Filters.Unreadable;
}

internal sealed class ExportContractsValidator : AbstractValidator<ExportContracts>
{
    private static readonly BrowseContractsValidator OfFilters = new();

    public ExportContractsValidator() => RuleFor(export => export.Filters).Custom((filters, context) =>
    {
        // The failures keep the filters' own names, because these are the parameters.
        foreach (var failure in OfFilters.Validate(filters).Errors) context.AddFailure(failure);
    });
}
