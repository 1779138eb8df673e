using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.ExportingContracts;
using HangarBay.Application.Contracts.GettingContract;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingLines;

/// <summary>
/// Every line of every live contract that meets the filters, sorted by contract and record id, in batches of which only one is held at a
/// time. The contracts are those of the market at the start of the export. Paging and sort of <see cref="Filters"/> are ignored.
/// </summary>
public sealed record ExportLines : IRequest<IAsyncEnumerable<IReadOnlyList<ExportedLine>>>, IReadFromText, ILimitedQuestion
{
    public required BrowseContracts Filters { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable => Filters.Unreadable;
}

/// <summary>A line, and the contract that it belongs to.</summary>
public sealed record ExportedLine(long ContractId, LineDetail Line);

internal sealed class ExportLinesValidator : AbstractValidator<ExportLines>
{
    public ExportLinesValidator() => RuleFor(export => export.Filters).Custom(ExportedRows.Judge);
}
