using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>The page about the site.</summary>
public sealed class AboutPageTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Path = "/about";

    [Fact]
    public async Task The_notice_of_CCP_is_in_English_in_every_language()
    {
        var german = await shared.Api.VisitAsync($"{Path}?lang=de");

        var notice = Assert.Single(german.QuerySelectorAll("main p[lang=en]"));
        Assert.StartsWith("EVE Online data: © 2014 CCP hf. All rights reserved.", notice.Said(), StringComparison.Ordinal);
        Assert.StartsWith("Hangar Bay steht in keiner Verbindung zu CCP", notice.PreviousElementSibling!.Said(), StringComparison.Ordinal);
        Assert.Empty((await shared.Api.VisitAsync(Path)).QuerySelectorAll("main [lang]"));
    }

    [Fact]
    public async Task The_section_on_privacy_mentions_pictures_only_where_they_are_shown()
    {
        Assert.Contains("images.evetech.net", (await shared.Api.VisitAsync(Path)).QuerySelector("main")!.Said(), StringComparison.Ordinal);

        await using var without = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Site:Images"] = "" });
        Assert.DoesNotContain("Pictures of items", (await without.VisitAsync(Path)).QuerySelector("main")!.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_about_shortcuts_is_hidden_without_a_script()
    {
        var choice = (await shared.Api.VisitAsync(Path)).QuerySelector("input[data-shortcuts]")!;

        Assert.True(choice.HasAttribute("checked"));
        Assert.NotNull(choice.Closest("label"));
        Assert.NotNull(choice.Closest("[hidden]"));
    }
}
