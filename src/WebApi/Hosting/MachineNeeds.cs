using System.Globalization;
using HangarBay.Domain;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Cli;

namespace HangarBay.WebApi.Hosting;

/// <summary>
/// What serving needs of the machine. What is missing is refused at the start in one sentence, before any page can fail for it.
/// </summary>
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
                "The site has eight languages and needs the ICU library: install it (Debian's package is libicu72 or newer), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }
    }

    /// <summary>
    /// Requires that the process can write beside a SQLite file and to the folder for temporary files, even if it writes there only later.
    /// </summary>
    /// <exception cref="CommandFailedException">One of them cannot be written to.</exception>
    public static void RequireFolders(DatabaseSettings database)
    {
        if (database is { File: { } file, IsReadOnly: false })
            RequireFolder(Path.GetDirectoryName(file)!, "SQLite keeps its file and others beside it there; give this process the right to write, or name another file");
        RequireFolder(Path.GetTempPath(), "imports keep temporary files there; give this process the right to write, or set TMPDIR");
    }

    /// <summary>Tests by writing. Rights say little about a disk that is mounted read-only, or about a user that may do anything.</summary>
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
