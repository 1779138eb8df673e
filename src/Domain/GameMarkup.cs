using System.Net;
using System.Text.RegularExpressions;

namespace HangarBay.Domain;

/// <summary>
/// Text with the markup of the game, as a reader of the game sees it. The game writes colours, fonts and links as tags, and writes a sign
/// that a player typed as an entity. So tags are removed first, and entities are decoded once, after that: what a player typed stays text.
/// </summary>
public static partial class GameMarkup
{
    /// <param name="text">Text that was cleaned by <see cref="PlainText"/>.</param>
    /// <param name="maxLength">The limit of the text. Decoding never makes it longer.</param>
    public static string Plain(string text, int maxLength)
    {
        if (!text.AsSpan().ContainsAny('<', '&')) return text;
        var bare = Tag().Replace(text, tag => tag.Groups["gap"].Success ? " " : "");
        // An entity may stand for a character that cleaning would have removed.
        return PlainText.Clean(WebUtility.HtmlDecode(bare), maxLength);
    }

    /// <summary>Only the tags that the game knows, opening or closing. Any other is text.</summary>
    [GeneratedRegex(
        @"</?(?:(?<gap>br|t)|b|i|u|a|url|color|font|fontsize|loc|localized|hint|left|center|right)(?:[\s=][^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
