using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Pipeline;
using MediatR;

namespace HangarBay.Application.Tests.Pipeline;

public sealed class ValidationBehaviourTests
{
    private static readonly UnreadableParameter BadPrice = new(nameof(BrowseContracts.MinPrice), "The lowest price is a number.");

    [Fact]
    public async Task A_valid_request_reaches_its_handler() => Assert.True(await ReachesAsync(new BrowseContracts()));

    [Fact]
    public async Task Unreadable_and_invalid_values_are_reported_together()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            ReachesAsync(new BrowseContracts { Page = 0, Search = "a", Unreadable = [BadPrice] }));

        Assert.Equal(["MinPrice", "Page", "Search"], refused.Errors.Select(error => error.PropertyName).Order());
    }

    [Fact]
    public async Task A_request_with_an_unreadable_value_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => ReachesAsync(new BrowseContracts { Unreadable = [BadPrice] }));

        Assert.Equal("The lowest price is a number.", Assert.Single(refused.Errors).ErrorMessage);
    }

    [Fact]
    public async Task A_request_without_rules_reaches_its_handler() =>
        Assert.Equal(Unit.Value, await new ValidationBehaviour<Plain, Unit>([]).Handle(new Plain(), default, () => Unit.Task));

    private static async Task<bool> ReachesAsync(BrowseContracts request)
    {
        var reached = false;
        await new ValidationBehaviour<BrowseContracts, ContractPage?>([new BrowseContractsValidator()]).Handle(request, default, () =>
        {
            reached = true;
            return Task.FromResult<ContractPage?>(null);
        });
        return reached;
    }

    private sealed record Plain : IRequest;
}
