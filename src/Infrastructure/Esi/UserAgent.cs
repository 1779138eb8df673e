namespace HangarBay.Infrastructure.Esi;

/// <summary>The User-Agent header in the form that CCP wants: <c>HangarBay/0.1.0 (pilot@example.com; +https://example.com/source)</c>.</summary>
internal static class UserAgent
{
    public static string For(EsiOptions options)
    {
        var product = $"HangarBay/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)}";
        var source = string.IsNullOrWhiteSpace(options.SourceUrl) ? null : $"+{options.SourceUrl}";
        var comment = string.Join("; ", new[] { options.Contact, source }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return comment.Length == 0 ? product : $"{product} ({comment})";
    }
}
