using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Esi;

public sealed class BidsTests : EsiTests
{
    private const string Path = "/contracts/public/bids/5000?page=1";
    private static readonly ContractId Auction = new(5000);

    [Fact]
    public async Task Bids_are_read_with_the_time_before_which_they_are_not_asked_for_again()
    {
        var now = new DateTimeOffset(2026, 9, 27, 12, 0, 0, TimeSpan.Zero);
        Clock = new FakeTimeProvider(now);
        Upstream.On(Path, Reply.Page([Rows.ABid(), Rows.ABid(("bid_id", "7"))])
            .With("Date", "Sun, 27 Sep 2026 12:00:05 GMT")
            .With("Expires", "Sun, 27 Sep 2026 12:02:05 GMT"));

        var answer = await Esi.GetBidsAsync(Auction, default);

        Assert.NotNull(answer);
        Assert.Equal(now.AddMinutes(2), answer.ExpiresAt);
        Assert.Equal(2, answer.Bids.Count);
        Assert.Equal(
            (Auction, 6154448, Isk.Of(1_000_000.50m), new DateTimeOffset(2026, 3, 25, 15, 25, 11, TimeSpan.Zero)),
            (answer.Bids[0].ContractId, answer.Bids[0].BidId, answer.Bids[0].Amount, answer.Bids[0].PlacedAt));
    }

    [Fact]
    public async Task An_empty_answer_is_no_bids_and_not_a_contract_that_is_gone()
    {
        Upstream.On(Path, Reply.Page([]));

        Assert.Empty((await Esi.GetBidsAsync(Auction, default))!.Bids);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_contract_that_is_gone_has_no_answer(int status)
    {
        Upstream.On(Path, Reply.Error(status));

        Assert.Null(await Esi.GetBidsAsync(Auction, default));
        Assert.Single(Upstream.Requests);
    }

    [Theory]
    [InlineData("amount", "-1")]
    [InlineData("amount", "1e400")]
    [InlineData("date_bid", null)]
    public async Task One_unreadable_bid_makes_all_bids_unusable(string key, string? json)
    {
        Upstream.On(Path, Reply.Page([Rows.ABid(), Rows.ABid((key, json))]));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetBidsAsync(Auction, default));
    }
}
