using System.Text;
using System.Text.RegularExpressions;

namespace HangarBay.WebUi.Tests.Texts;

/// <summary>All text that readers see comes from the resource files.</summary>
public sealed partial class ComponentTextTests
{
    [Fact]
    public void No_component_contains_text_of_its_own()
    {
        var literals =
            from file in Repository.Sources("*.razor")
            from found in Spoken(Markup(File.ReadAllText(file)))
            select $"{Path.GetFileName(file)}: {found}";

        Assert.Empty(literals);
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("""<p aria-label="Close">@x</p>""", "Close")]
    [InlineData("""<p aria-label="@Words["Site.Close"]">@Figure.Whole(3) · <b>@(isOne ? "a" : null)</b></p>""", null)]
    public void A_word_in_a_component_is_found(string markup, string? found) => Assert.Equal(found is null ? [] : [found], Spoken(Markup(markup)));

    /// <summary>The markup without code, comments and directives.</summary>
    private static string Markup(string source)
    {
        var text = Regex.Replace(source, @"@\*.*?\*@", "", RegexOptions.Singleline);
        text = Regex.Replace(text, @"^@code\b.*", "", RegexOptions.Singleline | RegexOptions.Multiline);
        return Regex.Replace(text, @"^@(using|inject|inherits|namespace|page|attribute|implements|typeparam)\b.*$", "", RegexOptions.Multiline);
    }

    /// <summary>Text between tags and in attributes with text for readers, if it has a letter and is no expression.</summary>
    private static IEnumerable<string> Spoken(string markup)
    {
        var bare = WithoutExpressions(markup);
        var spoken = Regex.Matches(bare, @"\b(?:aria-label|alt|title|placeholder|content|label)=""([^""]*)""").Select(match => match.Groups[1].Value)
            .Where(value => !TechnicalContent().IsMatch(value));
        var between = Regex.Matches(bare, @">([^<>]*)<").Select(match => match.Groups[1].Value);
        return spoken.Concat(between).Select(text => text.Trim()).Where(text => text.Any(char.IsLetter));
    }

    /// <summary>Removes <c>@name.Of(...)</c>, <c>@(...)</c>, and the first lines of <c>@if</c> and similar statements.</summary>
    private static string WithoutExpressions(string markup)
    {
        var kept = new StringBuilder();
        var lines = markup.Split('\n').Where(line => !Statement().IsMatch(line));
        var text = string.Join('\n', lines);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '@')
            {
                kept.Append(text[at++]);
                continue;
            }

            at++;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_' or '?' or '!' || text[at] is '(' or '['))
            {
                if (text[at] is '(' or '[') at = Closing(text, at);
                else at++;
            }
        }

        return kept.ToString();
    }

    private static int Closing(string text, int at)
    {
        var depth = 0;
        var isText = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"') isText = !isText;
            if (isText) continue;
            if (text[at] is '(' or '[') depth++;
            if (text[at] is ')' or ']' && --depth == 0) return at + 1;
        }

        return at;
    }

    [GeneratedRegex(@"^(width=.*|dark light|website|noindex.*|summary|index.*)$")]
    private static partial Regex TechnicalContent();

    [GeneratedRegex(@"^\s*(@?(if|else if|else|foreach|for|switch|case|default|var|while)\b.*|[{}]\s*|@\{|.*;\s*)$")]
    private static partial Regex Statement();
}
