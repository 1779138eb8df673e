using HangarBay.WebApi.Limits;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Api.Limits;

public sealed class ClientBudgetTests
{
    private const int Client = 7;
    private const int Other = 8;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly ClientBudgets _budgets;

    public ClientBudgetTests() => _budgets = new ClientBudgets(20 * Second, 60 * Second, _clock);

    [Fact]
    public void The_use_of_one_client_is_not_charged_to_another()
    {
        _budgets.Charge(Client, 21 * Second);

        Assert.NotNull(_budgets.WaitOf(Client));
        Assert.Null(_budgets.WaitOf(Other));
    }

    [Fact]
    public void A_client_within_its_budget_does_not_wait()
    {
        _budgets.Charge(Client, 20 * Second);

        Assert.Null(_budgets.WaitOf(Client));
    }

    [Fact]
    public void The_use_of_the_last_window_counts_less_and_less()
    {
        _clock.Advance(30 * Second);
        _budgets.Charge(Client, 40 * Second);
        Assert.Equal(30 * Second, _budgets.WaitOf(Client));

        // Three quarters of the forty seconds still count.
        _clock.Advance(45 * Second);
        Assert.Equal(45 * Second, _budgets.WaitOf(Client));

        _clock.Advance(16 * Second);
        Assert.Null(_budgets.WaitOf(Client));
    }

    [Fact]
    public void Use_from_long_ago_does_not_count()
    {
        _budgets.Charge(Client, 1000 * Second);

        _clock.Advance(120 * Second);

        Assert.Null(_budgets.WaitOf(Client));
    }
}
