using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>Search for words in the title or in the name of one offered item (B3).</summary>
public sealed class SearchTests : BrowsingTest
{
    [Fact]
    public async Task All_words_are_in_the_title_or_in_the_name_of_one_offered_item()
    {
        Given(
            Numbered(1).Titled("Selling my RIFTER, fitted").Offering(Known.Railgun), Numbered(2).Titled("fits").Offering(Known.Railgun).Offering(Known.RifterBlueprint),
            Numbered(3).Titled("rifter wanted").Requesting(Known.Railgun), Numbered(4).Offering(Known.Railgun).Requesting(Known.Rifter),
            Numbered(5).Titled("blueprint").Offering(Known.Rifter), Numbered(6).Titled("fit").Offering(Known.Rokh), ACourier(7).Titled("3 Rifters"));

        Assert.Equal([1, 2, 3, 5, 7], await FoundAsync(new BrowseContracts { Search = "rifter" }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { Search = "Blueprint RIFTER" }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = "fitted selling" }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Search = "rifter railgun" }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Search = "raven" }));
    }

    [Fact]
    public async Task A_phrase_is_found_word_for_word()
    {
        Given(Numbered(1).Titled("my rokh, cheap"), Numbered(2).Titled("rokh, my cheap one"), Numbered(3).Titled("say \"my rokh"));

        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { Search = "\"my rokh\"" }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = "\"my rokh\" cheap" }));
        Assert.Equal([3], await FoundAsync(new BrowseContracts { Search = "\"my" }));
    }

    [Theory]
    [InlineData("rokh", Language.En, 1)]
    [InlineData("rokh", Language.Ja, 1)]
    [InlineData("ロク", Language.Ja, 1)]
    [InlineData("ロク", Language.De)]
    [InlineData("ロク", Language.En)]
    public async Task Names_are_searched_in_the_readers_language_and_in_English(string search, Language language, params int[] found)
    {
        Given(Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Rifter), Numbered(3).Offering(Known.Mystery));

        Assert.Equal(found.Select(id => (long)id), await FoundAsync(new BrowseContracts { Search = search, Lang = language }));
    }

    [Theory]
    [InlineData("%%%", "100%%% legal")]
    [InlineData("___", "under___score")]
    [InlineData("\\\\\\", "back\\\\\\slash")]
    [InlineData("'; drop table", "'; drop table contracts;--")]
    [InlineData("🚀🚀🚀", "to the moon 🚀🚀🚀")]
    [InlineData("ДОСТАВКА", "доставка в Житу")]
    [InlineData("艦", "宅配 艦隊")]
    public async Task Odd_characters_find_themselves_and_nothing_else(string search, string title)
    {
        Given(Numbered(1).Titled(title), Numbered(2).Titled("100 percent legal, underscore, backslash"));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = search }));
    }

    [Fact]
    public async Task A_title_is_searched_as_it_is_shown()
    {
        Given(Numbered(1).Titled("<color=red>Ro</color>kh ME-&gt;10"), Numbered(2).Titled("&lt;color=red&gt; &amp;gt;"));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = "rokh me->10" }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { Search = "<color" }));
        Assert.Equal([2], await FoundAsync(new BrowseContracts { Search = "&gt;" }));
        Assert.Equal([], await FoundAsync(new BrowseContracts { Search = "&amp;" }));
    }

    [Fact]
    public async Task A_search_and_the_other_filters_are_joined_by_and()
    {
        Given(
            Numbered(1).Titled("rokh").Priced(5).Offering(Known.Railgun), Numbered(2).Titled("rokh").Priced(6).Offering(Known.Railgun),
            Numbered(3).Priced(5).Offering(Known.Rokh), Numbered(4).Titled("cheap").Priced(5).Offering(Known.Railgun));

        Assert.Equal([1, 3], await FoundAsync(new BrowseContracts { Search = "rokh", MaxPrice = 5 }));
        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = "rokh", MaxPrice = 5, TypeIds = [Known.Railgun] }));
    }

    [Fact]
    public async Task The_search_and_the_line_filters_may_match_two_different_lines()
    {
        Given(Numbered(1).Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint), Numbered(2).Offering(Known.Rokh));

        Assert.Equal([1], await FoundAsync(new BrowseContracts { Search = "rokh", IsBpc = true }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task An_empty_search_counts_as_none(string? search)
    {
        Given(Numbered(1), ACourier(2));

        var page = await BrowseAsync(new BrowseContracts { Search = search, Size = 1 });

        Assert.Equal(2, page.Total);
        // A cursor belongs to its search.
        Assert.Single(await ShownAsync(new BrowseContracts { Cursor = page.NextCursor }));
    }
}
