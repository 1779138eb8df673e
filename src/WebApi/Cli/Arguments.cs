namespace HangarBay.WebApi.Cli;

/// <summary>
/// Arguments of ours, and settings that belong to the host: <c>--urls http://localhost:5080</c>,
/// <c>--Database:Provider=Sqlite</c>. Settings may stand anywhere, with or without a command.
/// </summary>
internal sealed record Arguments(IReadOnlyList<string> Command, string[] Settings)
{
    // ASP.NET's keys that are spelt like options of ours. All others are told by a section's colon or a capital letter.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "webroot", "applicationName",
        "shutdownTimeoutSeconds", "hostingStartupAssemblies", "preventHostingStartup", "suppressStatusMessages", "detailedErrors",
        "captureStartupErrors", "preferHostingUrls",
    };

    public static Arguments Split(IReadOnlyList<string> arguments)
    {
        List<string> command = [], settings = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (!IsSetting(argument))
            {
                command.Add(argument);
            }
            else if (argument.Contains('=', StringComparison.Ordinal))
            {
                settings.Add(argument);
            }
            else if (index + 1 < arguments.Count && !arguments[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add($"{argument}={arguments[++index]}");
            }
            else
            {
                // Without its value it is nobody's: the parser refuses it.
                command.Add(argument);
            }
        }

        return new Arguments(command, [.. settings]);
    }

    private static bool IsSetting(string argument)
    {
        var isOption = argument.StartsWith("--", StringComparison.Ordinal);
        var key = argument.Split('=', 2)[0];
        if (!isOption) return key.Length < argument.Length && key.Contains(':', StringComparison.Ordinal);
        return key.Contains(':', StringComparison.Ordinal) || (key.Length > 2 && char.IsAsciiLetterUpper(key[2])) || Flat.Contains(key[2..]);
    }
}
