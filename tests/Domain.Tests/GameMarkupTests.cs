namespace HangarBay.Domain.Tests;

public sealed class GameMarkupTests
{
    private const int Longest = 100;

    [Theory]
    [InlineData("ME-&gt;10 &lt; TE", "ME->10 < TE")]
    [InlineData("Rokh &amp; Rifter", "Rokh & Rifter")]
    [InlineData("&quot;cheap&quot; &#39;hull&#39; &#x2764; &apos;", "\"cheap\" 'hull' ❤ '")]
    [InlineData("caf&eacute;", "café")]
    public void Entities_are_decoded(string title, string shown) => Assert.Equal(shown, Plain(title));

    [Theory]
    [InlineData("&amp;gt;", "&gt;")]
    [InlineData("&amp;amp;lt;b&amp;amp;gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("&lt;b&gt;Rokh&lt;/b&gt;", "<b>Rokh</b>")]
    [InlineData("&lt;color=red&gt;", "<color=red>")]
    public void What_was_typed_is_decoded_once_and_never_taken_for_a_tag(string title, string shown) => Assert.Equal(shown, Plain(title));

    [Theory]
    [InlineData("<color=0xff00ff00>SALE</color>", "SALE")]
    [InlineData("<COLOR='#ff00ff00'>SALE</Color>", "SALE")]
    [InlineData("<font size=\"14\" color=\"#bfffffff\"><b>Rokh</b></font> <i>now</i> <u>cheap</u>", "Rokh now cheap")]
    [InlineData("<fontsize=20>Rokh", "Rokh")]
    [InlineData("<url=showinfo:24688//190000001>Rokh</url>", "Rokh")]
    [InlineData("<a href=\"showinfo:24688\">Rokh</a>", "Rokh")]
    [InlineData("<loc>Rokh</loc> <localized hint=\"Rokh\">ロク*</localized>", "Rokh ロク*")]
    [InlineData("Rokh<br>fitted<br/>now<t>cheap", "Rokh fitted now cheap")]
    [InlineData("<center>Rokh</center>", "Rokh")]
    [InlineData("<b></b> <color=red>", "")]
    public void The_tags_of_the_game_are_left_out(string title, string shown) => Assert.Equal(shown, Plain(title));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<T2> rigs, 5 < 6 > 4")]
    [InlineData("<bold> <colors=red> <brick> <urlx>")]
    [InlineData("<color=red")]
    [InlineData("Rokh </col")]
    [InlineData("a <3 b")]
    [InlineData("R&D, Smith & Sons; &unknown; &#xD800; & gt;")]
    [InlineData("Plain, \"quoted\" and 東京 🚀")]
    public void All_else_is_text(string title) => Assert.Equal(title, Plain(title));

    [Theory]
    [InlineData("&#x202E;gnp.exe&#x202C;", "gnp.exe")]
    [InlineData("Ro&#10;kh&#7;", "Ro kh")]
    [InlineData("Ro&#0;kh", "Ro kh")]
    [InlineData("&#32;Rokh&#9;", "Rokh")]
    public void An_entity_brings_in_nothing_that_a_title_may_not_hold(string title, string shown) => Assert.Equal(shown, Plain(title));

    [Fact]
    public void Text_without_markup_stays_the_same_object()
    {
        const string title = "Rokh, fitted";

        Assert.Same(title, Plain(title));
    }

    [Fact]
    public void Whatever_is_written_becomes_plain_text_that_is_no_longer()
    {
        var pieces = Gen.OneOf("<", ">", "/", "b", "color=", "&", "lt;", "amp;", "#x202E;", "#10;", " ", "Rokh", "🚀", "\"").Array[0, 30];

        pieces.Sample(some =>
        {
            var title = PlainText.Clean(string.Concat(some), Longest);
            var shown = Plain(title);
            Assert.InRange(shown.Length, 0, title.Length);
            Assert.Equal(PlainText.Clean(shown, Longest), shown);
        });
    }

    private static string Plain(string title) => GameMarkup.Plain(title, Longest);
}
