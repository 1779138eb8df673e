using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingContracts;

/// <summary>
/// Every live contract that meets the filters, by id, in batches of which only one is held at a time. All of them
/// are of the state of the market with which the export begins, and live at its market instant. Paging and sort of
/// <see cref="Filters"/> mean nothing here.
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
        // By the filters' own names: they are the parameters.
        foreach (var failure in OfFilters.Validate(filters).Errors) context.AddFailure(failure);
    });
}
