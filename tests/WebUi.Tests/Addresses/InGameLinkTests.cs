using HangarBay.Application.Contracts;
using HangarBay.WebUi.Addresses;

namespace HangarBay.WebUi.Tests.Addresses;

/// <summary>The text that the game turns into a link.</summary>
public sealed class InGameLinkTests
{
    [Fact]
    public void It_names_the_system_the_contract_and_what_it_is_about() =>
        Assert.Equal("<url=contract:30000142//190000001>Rokh</url>", InGameLink.Of(AContract("Rokh")));

    [Theory]
    [InlineData("</url><url=http://evil.example>free ISK", "/urlurl=http://evil.examplefree ISK")]
    [InlineData("a\r\nb\tc\u2028d\u2029e\u0085f", "a b c d e f")]
    [InlineData("  two   words ", "two words")]
    [InlineData("ロク & «Рок»", "ロク & «Рок»")]
    public void Characters_that_would_end_the_link_or_its_line_are_left_out(string name, string shown) =>
        Assert.Equal($"<url=contract:30000142//190000001>{shown}</url>", InGameLink.Of(AContract(name)));

    [Theory]
    [InlineData("<>", "cheap", "cheap")]
    [InlineData("<>", "<\n>", "190000001")]
    public void There_is_always_something_to_click(string headline, string title, string shown) =>
        Assert.Equal($"<url=contract:30000142//190000001>{shown}</url>", InGameLink.Of(AContract(headline, title)));

    [Fact]
    public void Without_a_system_the_game_cannot_open_it() => Assert.Null(InGameLink.Of(AContract("Rokh") with { StartLocationSystemId = null }));

    private static ContractRow AContract(string headline, string title = "") => Given.Rows.Any with { PrimaryLabel = headline, Title = title };
}
