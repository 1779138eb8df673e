using HangarBay.Domain.Contracts;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ContractTitleTests
{
    private const string Hull = "\U0001F680";

    [Fact]
    public void A_title_is_plain_trimmed_and_no_longer_than_the_limit() =>
        Gen.String[0, 150].Sample(title =>
        {
            var kept = Cleaned(title);
            Assert.DoesNotContain(kept, char.IsControl);
            Assert.Equal(kept.Trim(), kept);
            Assert.InRange(kept.Length, 0, Contract.MaxTitleLength);
        });

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  Rokh  ", "Rokh")]
    [InlineData("Rokh\r\nfitted", "Rokh  fitted")]
    [InlineData("Ro\0kh", "Ro kh")]
    [InlineData("\0\t\u0085", "")]
    [InlineData("\u007fRokh\u001b", "Rokh")]
    public void Control_characters_become_blanks(string? title, string kept) => Assert.Equal(kept, Cleaned(title));

    [Fact]
    public void A_title_of_the_longest_length_is_kept_whole()
    {
        var title = new string('x', Contract.MaxTitleLength - 2) + Hull;

        Assert.Equal(title, Cleaned(title));
    }

    [Fact]
    public void A_longer_title_is_cut() =>
        Assert.Equal(new string('x', Contract.MaxTitleLength), Cleaned(new string('x', Contract.MaxTitleLength + 1)));

    [Fact]
    public void The_cut_never_halves_a_character() =>
        Assert.Equal(new string('x', Contract.MaxTitleLength - 1), Cleaned(new string('x', Contract.MaxTitleLength - 1) + Hull));

    [Fact]
    public void A_title_is_measured_after_trimming() =>
        Assert.Equal(new string('x', Contract.MaxTitleLength), Cleaned(new string(' ', 200) + new string('x', Contract.MaxTitleLength)));

    [Fact]
    public void No_blank_is_left_where_the_title_was_cut() =>
        Assert.Equal("Rokh", Cleaned("Rokh" + new string(' ', 200) + "fitted"));

    [Fact]
    public void A_title_is_kept_as_it_came_and_shown_without_markup()
    {
        var contract = AContract().Titled("<b>ROKH</b> ME-&gt;10").Listed();

        Assert.Equal(("<b>ROKH</b> ME-&gt;10", "ROKH ME->10", "ROKH ME->10"), (contract.Title, contract.ShownTitle, contract.Visible.Title));
    }

    private static string Cleaned(string? title) => AContract(AListedContract() with { Title = title }).Listed().Title;
}
