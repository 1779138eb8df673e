namespace HangarBay.WebApi.Cli;

/// <summary>
/// Splits a command line into this application's arguments and the host's settings: <c>--urls http://localhost:5080</c>,
/// <c>--Database:Provider=Sqlite</c>. Settings may stand anywhere, with or without a command.
/// </summary>
internal sealed record Arguments(IReadOnlyList<string> Command, string[] Settings)
{
    // ASP.NET's keys that look like options of this application. All other settings have a section's colon or a capital letter.
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
                // A setting without its value is passed on, and the parser refuses it.
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
