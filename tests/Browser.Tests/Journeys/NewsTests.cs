using HangarBay.Browser.Tests.Given;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Playwright;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>What came to a list since the reader looked at it.</summary>
public sealed class NewsTests : BrowserTest
{
    [SkippableFact]
    public async Task The_list_tells_what_came_since_the_last_look_until_the_reader_has_seen_it()
    {
        await using var own = await OwnMarket.OpenAsync(new Market());
        var api = own.Market.Api;
        await api.GivenACommitOf(AContract().Priced(3).Offering(Universe.Rifter));
        var visitor = await ArriveAsync(own.Market, new Visit { HasStandingClock = true });
        var news = visitor.Page.Locator("[data-news]");
        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.GoToAsync("/contracts"), answer => answer.Url.Contains("/contracts/count", StringComparison.Ordinal));
        await Expect(news).ToBeHiddenAsync();

        api.AMinutePasses();
        var arrived = Universe.Noon.AddSeconds(30);
        await api.GivenACommitOf(
            AContract().Priced(1).Offering(Universe.Rifter).FirstSeenAt(arrived),
            AContract().Priced(2).Offering(Universe.Rifter).FirstSeenAt(arrived),
            ACourier().FirstSeenAt(arrived));
        await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Page.Clock.FastForwardAsync("01:01"), answer => answer.Url.Contains("since=", StringComparison.Ordinal));

        // The courier is in another segment.
        await Expect(news).ToContainTextAsync("2 new since you looked");
        await visitor.Page.ReloadAsync();
        await visitor.Page.Clock.FastForwardAsync("01:01");
        await Expect(news).ToContainTextAsync("2 new since you looked");

        await news.ClickAsync();
        await visitor.IsAtAsync(path => path.StartsWith("/contracts?since=", StringComparison.Ordinal));
        await Expect(visitor.Rows).ToHaveCountAsync(2);
        await visitor.GoToAsync("/contracts");
        await visitor.Page.Clock.FastForwardAsync("01:01");
        await Expect(news).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task The_number_is_asked_for_once_a_minute_at_most_whatever_the_reader_does()
    {
        await using var own = await OwnMarket.OpenAsync(new Market());
        var visitor = await ArriveAsync(own.Market, new Visit { HasStandingClock = true });
        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.GoToAsync("/contracts"), IsCount);

        foreach (var tab in new[] { "Auctions", "Couriers", "Ships" })
        {
            await visitor.Tab(tab).ClickAsync();
            await Expect(visitor.Tab(tab)).ToHaveAttributeAsync("aria-current", "page");
        }

        Assert.Single(visitor.Requests, IsCounted);
        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.Page.Clock.FastForwardAsync("01:01"), IsCount);
        Assert.Equal(2, visitor.Requests.Count(IsCounted));
    }

    private static bool IsCount(IResponse answer) => IsCounted(answer.Request);

    private static bool IsCounted(IRequest request) => request.Url.Contains("/contracts/count", StringComparison.Ordinal);
}
