namespace HangarBay.WebUi.Tests;

/// <summary>The source files that some tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string WebUi { get; } = Path.Combine(Root, "src", "WebUi");

    /// <summary>The files of the site that match these patterns.</summary>
    public static IEnumerable<string> Sources(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.GetFiles(WebUi, pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HangarBay.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
