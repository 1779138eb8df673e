using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Hosting;

namespace HangarBay.WebApi.Tests.Cli;

/// <summary><c>reference import</c> as a process of its own.</summary>
public sealed class ReferenceProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hangarbay-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task An_export_is_imported_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var zip = await StaticDataExport.OfBuild(3528119).WriteToAsync(_folder.FullName);

        var first = await RunAsync(database, zip);
        var second = await RunAsync(database, zip);
        var forced = await RunAsync(database, zip, "--force");

        Assert.Equal((0, 0, 0), (first.ExitCode, second.ExitCode, forced.ExitCode));
        Assert.Contains("Importing types: ", first.Output, StringComparison.Ordinal);
        Assert.Equal($"Build 3528119: {StaticDataExport.Rows} rows, {StaticDataExport.Rows} new or changed, 0 set aside.", LastLine(first.Output));
        Assert.Matches("^Build 3528119 already imported, at [0-9-]{10} [0-9:]{5} EVE time\\.$", LastLine(second.Output));
        Assert.Equal($"Build 3528119: {StaticDataExport.Rows} rows, 0 new or changed, 0 set aside.", LastLine(forced.Output));
    }

    [Fact]
    public async Task Structures_are_imported_into_a_database_that_is_made_for_it()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        var file = Path.Combine(_folder.FullName, "structures.json");
        await File.WriteAllTextAsync(file, """{"1035466617946":{"name":"Tower","solar_system_id":30000144}}""");

        var (exitCode, output, error) = await RunAsync(database, "structures", file);

        Assert.True(exitCode == 0, error);
        Assert.Equal("Imported: 1 rows, 1 new or changed, 0 set aside.", LastLine(output));
    }

    [Theory]
    [InlineData("nothing.zip", "The file nothing.zip cannot be opened.")]
    [InlineData("http://127.0.0.1:1/sde.zip", "http://127.0.0.1:1/sde.zip could not be read.")]
    public async Task A_missing_source_fails_in_one_sentence(string source, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        var (exitCode, _, error) = await RunAsync(database, source);

        Assert.Equal((1, sentence), (exitCode, error.Trim()));
    }

    [Fact]
    public async Task An_older_build_and_a_file_that_is_no_zip_fail_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await RunAsync(database, await StaticDataExport.OfBuild(8).WriteToAsync(_folder.FullName, "8.zip"));
        var text = Path.Combine(_folder.FullName, "text.zip");
        await File.WriteAllTextAsync(text, "This is no zip.");

        var older = await RunAsync(database, await StaticDataExport.OfBuild(7).WriteToAsync(_folder.FullName, "7.zip"));
        var none = await RunAsync(database, text);

        Assert.Equal((1, "Build 7 is older than build 8, which is imported already."), (older.ExitCode, older.Error.Trim()));
        Assert.Equal((1, "text.zip is no zip archive."), (none.ExitCode, none.Error.Trim()));
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("reference import one two")]
    [InlineData("reference import structures one two")]
    public async Task Unknown_arguments_are_refused_with_a_hint(string arguments)
    {
        var (exitCode, _, error) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reference import --help", "PATH|URL")]
    [InlineData("reference import structures --help", "EVE Ref")]
    public async Task The_commands_explain_themselves(string arguments, string word)
    {
        var (exitCode, output, _) = await HostProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(0, exitCode);
        Assert.Contains(word, output, StringComparison.Ordinal);
        Assert.Contains("--force", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProcess.RunAsync(["reference", "import", .. arguments, .. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}")]);

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1].Trim();
}
