using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// Finds things of the game and issuers whose name holds all terms of a search (B3), to complete a name while it is typed.
/// </summary>
public sealed record FindNames : IMarketQuestion<FoundNames>, IReadFromText, ILimitedQuestion
{
    /// <summary>At most this many of each kind are returned.</summary>
    public const int Most = 8;

    /// <summary>The text to find; null finds nothing.</summary>
    public string? Q { get; init; }

    /// <summary>The kinds of names to look in; none means all.</summary>
    public IReadOnlyList<NameKinds> Kinds { get; init; } = [];

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key
    {
        get
        {
            if (Unreadable.Count > 0 || Kinds.Count > BrowseContracts.MaxValues || (IsAsking && SearchTerms.FindFlaw(Q!) is not null)) return null;
            var kinds = string.Join(',', Kinds.Distinct().Order());
            return $"names {Lang} {kinds} {(IsAsking ? SearchText.Normalise(Q!) : "")}";
        }
    }

    internal bool IsAsking => !string.IsNullOrWhiteSpace(Q);

    internal bool Asks(NameKinds kinds) => Kinds.Count == 0 || Kinds.Contains(kinds);
}

internal sealed class FindNamesValidator : AbstractValidator<FindNames>
{
    public FindNamesValidator()
    {
        RuleFor(query => query.Kinds).Must(kinds => kinds.Count <= BrowseContracts.MaxValues)
            .WithMessage($"At most {BrowseContracts.MaxValues} kinds at once.");
        RuleFor(query => query.Q!).Must((_, text, context) =>
        {
            if (SearchTerms.FindFlaw(text) is not { } flaw) return true;
            context.MessageFormatter.AppendArgument("Flaw", flaw);
            return false;
        }).WithMessage("{Flaw}").When(query => query.IsAsking);
    }
}
