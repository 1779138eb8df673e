using FluentValidation;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowseContracts;

internal sealed class BrowseContractsValidator : AbstractValidator<BrowseContracts>
{
    public BrowseContractsValidator()
    {
        RuleFor(query => query.Search!).Must((_, text, context) =>
        {
            if (SearchTerms.FindFlaw(text) is not { } flaw) return true;
            context.MessageFormatter.AppendArgument("Flaw", flaw);
            return false;
        }).WithMessage("{Flaw}").When(query => query.Search is not null);
        RuleFor(query => query.MinPrice).Must(BeIsk).WithMessage("The lowest price is an amount of ISK, 0 or more.");
        RuleFor(query => query.MaxPrice).Must(BeIsk).WithMessage("The highest price is an amount of ISK, 0 or more.");
        RuleFor(query => query.MaxPrice)
            .GreaterThanOrEqualTo(query => query.MinPrice)
            .When(query => query is { MinPrice: not null, MaxPrice: not null })
            .WithMessage("max_price is below min_price.");
        RuleFor(query => query.RegionIds).Must(BeFew).WithMessage($"At most {BrowseContracts.MaxValues} regions at once.");
        RuleFor(query => query.TypeIds).Must(BeFew).WithMessage($"At most {BrowseContracts.MaxValues} types at once.");
        RuleFor(query => query.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
        RuleFor(query => query.Size).InclusiveBetween(1, BrowseContracts.MaxSize)
            .WithMessage($"A page holds 1 to {BrowseContracts.MaxSize} rows.");
    }

    private static bool BeIsk(decimal? amount) => amount is null || Isk.TryOf(amount.Value, out _);

    private static bool BeFew<T>(IReadOnlyList<T> values) => values.Count <= BrowseContracts.MaxValues;
}
