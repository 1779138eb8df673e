using HangarBay.WebApi.Cli;

namespace HangarBay.WebApi.Tests.Cli;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("serve --urls http://localhost:1", "serve", "--urls=http://localhost:1")]
    [InlineData("--urls=http://localhost:1", "", "--urls=http://localhost:1")]
    [InlineData("--Database:Provider=Sqlite db status", "db status", "--Database:Provider=Sqlite")]
    [InlineData("--Database:Provider Sqlite db status", "db status", "--Database:Provider=Sqlite")]
    [InlineData("db status Database:Provider=Sqlite", "db status", "Database:Provider=Sqlite")]
    [InlineData("--environment Staging --contentRoot=/x", "", "--environment=Staging --contentRoot=/x")]
    [InlineData("--DATABASE_URL=sqlite:///x.db?mode=ReadOnly", "", "--DATABASE_URL=sqlite:///x.db?mode=ReadOnly")]
    [InlineData("--Database= --AllowedHosts a.example", "", "--Database= --AllowedHosts=a.example")]
    [InlineData("sync --region 10000002 --all", "sync --region 10000002 --all", "")]
    [InlineData("--frobnicate=1", "--frobnicate=1", "")]
    [InlineData("db --urls", "db --urls", "")]
    public void Settings_are_separated_from_commands(string given, string command, string settings)
    {
        var arguments = Arguments.Split(given.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(command, string.Join(' ', arguments.Command));
        Assert.Equal(settings, string.Join(' ', arguments.Settings));
    }
}
