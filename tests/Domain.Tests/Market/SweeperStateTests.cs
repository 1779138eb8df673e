using HangarBay.Domain.Market;

namespace HangarBay.Domain.Tests.Market;

public sealed class SweeperStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly SweeperReport Busy = new(SweeperPhase.ReadingItems, Noon, Noon, "contract", 40, 7, 120.5);

    [Fact]
    public void A_new_state_has_no_holder()
    {
        var state = SweeperState.Nobody();

        Assert.Null(state.Holder);
        Assert.False(state.IsActive(Noon));
    }

    [Fact]
    public void A_holder_is_active_while_its_last_sign_of_life_is_recent()
    {
        var state = SweeperState.Nobody();
        state.Take("web-1:7", Noon);

        Assert.True(state.IsActive(Noon.AddSeconds(29)));
        Assert.False(state.IsActive(Noon.AddSeconds(30)));
    }

    [Fact]
    public void A_sign_of_life_changes_the_time_last_seen_but_not_the_time_of_the_start()
    {
        var state = SweeperState.Nobody();
        state.Take("web-1:7", Noon);

        state.Beat(Busy, Noon.AddSeconds(5));

        Assert.Equal((Noon, Noon.AddSeconds(5)), (state.Since, state.SeenAt));
        Assert.Equal((SweeperPhase.ReadingItems, "contract", 40, 7, 120.5), (state.Phase, state.PausedGroups, state.ErrorsRemaining, state.InFlight, state.LineReadsPerMinute));
    }

    [Fact]
    public void A_new_holder_starts_without_the_report_of_the_last_one()
    {
        var state = SweeperState.Nobody();
        state.Take("web-1:7", Noon);
        state.Beat(Busy, Noon);

        state.Take("web-2:8", Noon.AddMinutes(1));

        Assert.Equal(("web-2:8", SweeperPhase.Waiting), (state.Holder, state.Phase));
        Assert.Null(state.PausedUntil);
        Assert.Null(state.LineReadsPerMinute);
        Assert.Equal(0, state.InFlight);
    }

    [Fact]
    public void Only_the_holder_releases_and_leaves_nothing_running()
    {
        var state = SweeperState.Nobody();
        state.Take("web-2:8", Noon);
        state.Beat(Busy, Noon);

        state.Release("web-1:7");
        Assert.Equal("web-2:8", state.Holder);

        state.Release("web-2:8");
        Assert.Null(state.Holder);
        Assert.Null(state.Since);
        Assert.Equal(SweeperPhase.Waiting, state.Phase);
        Assert.False(state.IsActive(Noon));
    }

    [Fact]
    public void A_name_longer_than_the_column_is_cut_rather_than_refused()
    {
        var state = SweeperState.Nobody();
        state.Take(new string('x', 300), Noon);
        state.Beat(Busy with { PausedGroups = new string('y', 900) }, Noon);

        Assert.Equal((SweeperState.MaxHolderLength, SweeperState.MaxPausedGroupsLength), (state.Holder!.Length, state.PausedGroups!.Length));
    }
}
