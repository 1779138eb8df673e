using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.GettingContract;

/// <summary>One contract, live or closed (B1); null where there is none of that id.</summary>
public sealed record GetContract : IMarketQuestion<ContractDetail?>, IReadFromText, ILimitedQuestion
{
    public ContractId ContractId { get; init; }

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key => Unreadable.Count > 0 ? null : $"contract {ContractId} {Lang}";
}

internal sealed class GetContractValidator : AbstractValidator<GetContract>
{
    public GetContractValidator() =>
        RuleFor(query => query.ContractId)
            .Must(id => id.Value is > 0 and <= Domain.Contracts.ContractId.MaxValue)
            .When(query => query.Unreadable.All(parameter => parameter.Name != nameof(GetContract.ContractId)))
            .WithMessage("A contract id must be a whole number above 0.");
}
