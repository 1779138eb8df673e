namespace HangarBay.Browser.Tests.Given;

/// <summary>The folder for screenshots, which is not committed.</summary>
internal static class Pictures
{
    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots", name)).FullName;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HangarBay.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
