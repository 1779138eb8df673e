namespace HangarBay.WebUi.Tests;

public sealed class SiteOptionsTests
{
    [Fact]
    public void The_default_settings_are_valid() => Assert.Empty(new SiteOptions().Validate(null!));

    [Theory]
    [InlineData("")]
    [InlineData("https://hangar.example.com")]
    [InlineData("http://localhost:5080")]
    public void The_address_of_a_site_may_be_set_or_empty(string address) => Assert.Empty(new SiteOptions { Address = address }.Validate(null!));

    [Theory]
    [InlineData("hangar.example.com")]
    [InlineData("https://hangar.example.com/")]
    [InlineData("https://hangar.example.com/market")]
    [InlineData("https://hangar.example.com?x=1")]
    [InlineData("https://user:password@hangar.example.com")]
    [InlineData("ftp://hangar.example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/contracts")]
    public void Anything_else_is_refused_in_a_sentence_that_names_the_setting(string address)
    {
        var refusal = Assert.Single(new SiteOptions { Address = address }.Validate(null!));

        Assert.Equal("Site:Address is no address of a site, such as https://hangar.example.com.", refusal.ErrorMessage);
        Assert.Single(new SiteOptions { Images = address }.Validate(null!));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("https://zkillboard.com/character/{id}/", true)]
    [InlineData("https://example.com/?pilot={id}", true)]
    [InlineData("https://zkillboard.com/character/", false)]
    [InlineData("javascript:alert({id})", false)]
    [InlineData("//example.com/{id}", false)]
    [InlineData("{id}", false)]
    public void A_link_to_a_pilot_has_a_place_for_the_id(string link, bool isGood)
    {
        Assert.Equal(isGood, !new SiteOptions { CharacterLink = link }.Validate(null!).Any());
        Assert.Equal(isGood, !new SiteOptions { CorporationLink = link }.Validate(null!).Any());
    }
}
