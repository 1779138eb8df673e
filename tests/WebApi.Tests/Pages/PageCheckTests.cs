using HangarBay.WebApi.Tests.Pages.Given;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>Each rule of the page check is violated once, because a check that never finds anything proves nothing.</summary>
public sealed class PageCheckTests
{
    [Fact]
    public void A_sound_page_has_no_flaw() => Assert.Empty(PageCheck.FlawsOf(Page("""<a href="/contracts">List</a>""")));

    [Theory]
    [InlineData("<h1>Another</h1>")]
    [InlineData("<p id='main'>Twice</p>")]
    [InlineData("<input name='search'>")]
    [InlineData("<label for='nothing'>Lost</label>")]
    [InlineData("<a href='/contracts'></a>")]
    [InlineData("<img src='/x.png'>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script src='/evil.js'></script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<p style='color:red'>Red</p>")]
    [InlineData("<p onclick='alert(1)'>Click</p>")]
    [InlineData("<img src='/x' alt='' onerror='alert(1)'>")]
    [InlineData("<a href='javascript:alert(1)'>Run</a>")]
    [InlineData("<a href='//evil.example'>Away</a>")]
    [InlineData("<a href='/\\evil.example'>Away</a>")]
    [InlineData("<a href='http://evil.example'>Away</a>")]
    [InlineData("<form action='data:text/html,x'></form>")]
    [InlineData("<iframe src='/contracts'></iframe>")]
    [InlineData("<meta http-equiv='refresh' content='0'>")]
    public void A_flaw_is_found(string flaw) => Assert.NotEmpty(PageCheck.FlawsOf(Page(flaw)));

    private static string Page(string content) =>
        $"""<!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="description" content="Of some kind."></head><body><main id="main"><h1>A page</h1>{content}</main></body></html>""";
}
