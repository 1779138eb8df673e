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
    public ExportContractsValidator() => RuleFor(export => export.Filters).Custom(ExportedRows.Judge);
}
