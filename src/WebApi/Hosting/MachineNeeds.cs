using System.Globalization;
using HangarBay.Domain;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Cli;

namespace HangarBay.WebApi.Hosting;

/// <summary>What serving needs of the machine, refused at the start in one sentence: a page that fails would tell it too late.</summary>
internal static class MachineNeeds
{
    /// <exception cref="CommandFailedException">Something is missing.</exception>
    public static void Require()
    {
        try
        {
            foreach (var language in Enum.GetNames<Language>()) CultureInfo.GetCultureInfo(language.ToLowerInvariant());
        }
        catch (CultureNotFoundException)
        {
            throw new CommandFailedException(
                "The site speaks eight languages and needs ICU for it: install it (Debian's package is libicu72 or newer), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }
    }

    /// <summary>Folders that are written to, however much of it may come later: beside a SQLite file, and for temporary files.</summary>
    /// <exception cref="CommandFailedException">One of them cannot be written to.</exception>
    public static void RequireFolders(DatabaseSettings database)
    {
        if (database is { File: { } file, IsReadOnly: false })
            RequireFolder(Path.GetDirectoryName(file)!, "SQLite keeps its file and others beside it there; give this process the right to write, or name another file");
        RequireFolder(Path.GetTempPath(), "imports keep temporary files there; give this process the right to write, or set TMPDIR");
    }

    /// <summary>By writing: rights tell little of a disk that is mounted for reading, or of a user that may do anything.</summary>
    private static void RequireFolder(string folder, string why)
    {
        try
        {
            var probe = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose };
            new FileStream(Path.Combine(folder, $"hangarbay-{Guid.NewGuid():N}"), probe).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The folder {folder} cannot be written to: {why}.");
        }
    }
}
