using FluentValidation;
using FluentValidation.Results;
using HangarBay.Application.Abstractions;

namespace HangarBay.Application.Contracts.BrowsingContracts;

internal sealed class BrowseContractsValidator : AbstractValidator<BrowseContracts>
{
    public BrowseContractsValidator()
    {
        RuleFor(query => query.Given).Custom((filters, context) =>
        {
            foreach (var flaw in filters.SelectMany(given => given.Filter.FlawsOf(given.Value)))
                context.AddFailure(new ValidationFailure(PropertyName.Of(flaw.Parameter), flaw.Sentence));
        });
        RuleFor(query => query.Facets).Must(facets => facets.Count <= BrowseContracts.MaxValues)
            .WithMessage($"At most {BrowseContracts.MaxValues} values at once.");
        RuleFor(query => query.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
        RuleFor(query => query.Size).InclusiveBetween(1, BrowseContracts.MaxSize)
            .WithMessage($"A page holds 1 to {BrowseContracts.MaxSize} rows.");
        RuleFor(query => query.Cursor!).Custom((cursor, context) =>
        {
            if (FindFlaw(context.InstanceToValidate, cursor) is { } flaw) context.AddFailure(flaw);
        }).When(query => query.Cursor is not null);
    }

    /// <summary>
    /// Where a parameter could not be read, it is unknown whether the cursor belongs to the query, so only the cursor's form is judged.
    /// </summary>
    private static string? FindFlaw(BrowseContracts query, string cursor) => query.Page is not null
        ? "A cursor already names its page, so page must not be given with it."
        : WalkCursor.FindFlaw(cursor, query.Unreadable.Count == 0 ? query : null);
}
