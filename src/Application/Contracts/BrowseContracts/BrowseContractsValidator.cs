using System.Linq.Expressions;
using FluentValidation;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowseContracts;

internal sealed class BrowseContractsValidator : AbstractValidator<BrowseContracts>
{
    public BrowseContractsValidator()
    {
        RuleFor(query => query.Search!).Must((_, text, context) => Explain(context, SearchTerms.FindFlaw(text)))
            .WithMessage("{Flaw}").When(query => query.Search is not null);
        Amounts("price", query => query.MinPrice, query => query.MaxPrice);
        Amounts("collateral", query => query.MinCollateral, query => query.MaxCollateral);
        Amounts("reward", query => query.MinReward, query => query.MaxReward);
        Numbers("runs", query => query.MinRuns, query => query.MaxRuns);
        Numbers("me", query => query.MinMe, query => query.MaxMe);
        Numbers("te", query => query.MinTe, query => query.MaxTe);
        Few(query => query.RegionIds, "regions");
        Few(query => query.SystemIds, "systems");
        Few(query => query.StationIds, "stations");
        Few(query => query.Security, "values");
        Few(query => query.TypeIds, "types");
        Few(query => query.Facets, "facets");
        RuleFor(query => query.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
        RuleFor(query => query.Size).InclusiveBetween(1, BrowseContracts.MaxSize)
            .WithMessage($"A page holds 1 to {BrowseContracts.MaxSize} rows.");
        RuleFor(query => query.Cursor!).Must((query, cursor, context) => Explain(context, FindFlaw(query, cursor)))
            .WithMessage("{Flaw}").When(query => query.Cursor is not null);
    }

    /// <summary>Whether it belongs to a query that could not be read in full is not to be told.</summary>
    private static string? FindFlaw(BrowseContracts query, string cursor) => query.Page is not null
        ? "A cursor stands for its page; page is not given beside it."
        : WalkCursor.FindFlaw(cursor, query.Unreadable.Count == 0 ? query : null);

    private static bool Explain<T>(ValidationContext<T> context, string? flaw)
    {
        if (flaw is null) return true;
        context.MessageFormatter.AppendArgument("Flaw", flaw);
        return false;
    }

    private void Amounts(string what, Expression<Func<BrowseContracts, decimal?>> min, Expression<Func<BrowseContracts, decimal?>> max)
    {
        RuleFor(min).Must(BeIsk).WithMessage($"The lowest {what} is an amount of ISK, 0 or more, with at most two decimals.");
        RuleFor(max).Must(BeIsk).WithMessage($"The highest {what} is an amount of ISK, 0 or more, with at most two decimals.");
        NotReversed(what, min, max);
    }

    private void Numbers(string what, Expression<Func<BrowseContracts, int?>> min, Expression<Func<BrowseContracts, int?>> max)
    {
        RuleFor(min).GreaterThanOrEqualTo(0).WithMessage($"min_{what} is a whole number, 0 or more.");
        RuleFor(max).GreaterThanOrEqualTo(0).WithMessage($"max_{what} is a whole number, 0 or more.");
        NotReversed(what, min, max);
    }

    private void NotReversed<T>(string what, Expression<Func<BrowseContracts, T?>> min, Expression<Func<BrowseContracts, T?>> max)
        where T : struct, IComparable<T>
    {
        var minOf = min.Compile();
        RuleFor(max)
            .Must((query, highest) => highest is not { } high || minOf(query) is not { } low || low.CompareTo(high) <= 0)
            .WithMessage($"max_{what} is below min_{what}.");
    }

    private void Few<T>(Expression<Func<BrowseContracts, IReadOnlyList<T>>> values, string what) =>
        RuleFor(values).Must(list => list.Count <= BrowseContracts.MaxValues).WithMessage($"At most {BrowseContracts.MaxValues} {what} at once.");

    /// <summary>An amount that no contract can have is refused, not rounded: it would be silently another question.</summary>
    private static bool BeIsk(decimal? amount) => amount is not { } given || (Isk.TryOf(given, out var isk) && isk.Amount == given);
}
