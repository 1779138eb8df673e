using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Persistence.Settings;

public sealed class DatabaseSettingsTests : IDisposable
{
    private const string Secret = "s3cr3t-hunter2";

    private readonly string _root = Directory.CreateTempSubdirectory("hangarbay-settings-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Without_settings_the_default_file_is_in_the_content_root()
    {
        var settings = Read();

        Assert.Equal(DatabaseProvider.Sqlite, settings.Provider);
        Assert.Equal(Path.Combine(_root, "hangar_bay_dev.db"), settings.File);
        Assert.True(settings.IsDefault);
        Assert.True(settings.MigrateOnStartup);
    }

    [Theory]
    [InlineData("sqlite:///./relative.db", "relative.db")]
    [InlineData("sqlite:///relative.db", "relative.db")]
    [InlineData("sqlite:///with%20space.db?mode=ReadOnly", "with space.db")]
    [InlineData("SQLITE:///x.db?cache=Shared", "x.db")]
    public void A_relative_file_is_relative_to_the_content_root(string url, string file)
    {
        Assert.Equal(Path.Combine(_root, file), Read(("DATABASE_URL", url)).File);
    }

    [Fact]
    public void Four_slashes_are_an_absolute_file()
    {
        Assert.Equal(Path.Combine(_root, "x.db"), Read(("DATABASE_URL", $"sqlite:///{_root}/x.db")).File);
    }

    [Theory]
    [InlineData("postgresql://pilot:p%40ss%2Fw%3Ard%23%3F@db.example:6432/hangar%20bay?sslmode=require", "db.example", 6432, "pilot", "p@ss/w:rd#?", "hangar bay")]
    [InlineData("postgres://pilot:a:b@[::1]:6432/bay", "::1", 6432, "pilot", "a:b", "bay")]
    [InlineData("postgres://pilot@localhost", "localhost", 5432, "pilot", null, null)]
    [InlineData("postgresql://pilot:x@/bay?host=/var/run/postgresql", "/var/run/postgresql", 5432, "pilot", "x", "bay")]
    [InlineData("postgresql:///bay?host=/run/x&user=pilot&password=a%26b&port=1", "/run/x", 1, "pilot", "a&b", "bay")]
    [InlineData("postgresql://pilot:%D0%96@%2Frun%2Fpg/bay", "/run/pg", 5432, "pilot", "Ж", "bay")]
    public void A_URL_is_parsed(string url, string host, int port, string user, string? password, string? database)
    {
        var connection = new NpgsqlConnectionStringBuilder(Read(("DATABASE_URL", url)).ConnectionString);

        Assert.Equal((host, port, user, password, database), (connection.Host, connection.Port, connection.Username, connection.Password, connection.Database));
    }

    [Theory]
    [InlineData("require", SslMode.Require)]
    [InlineData("verify-full", SslMode.VerifyFull)]
    [InlineData("VerifyCA", SslMode.VerifyCA)]
    [InlineData("disable", SslMode.Disable)]
    public void The_mode_of_encryption_is_named_as_the_server_names_it(string text, SslMode mode)
    {
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(Read(("DATABASE_URL", $"postgres://u@h/d?sslmode={text}")).ConnectionString).SslMode);
    }

    [Fact]
    public void By_default_PostgreSQL_has_a_time_out_of_a_second_and_no_migration_at_the_start()
    {
        var settings = Read(("DATABASE_URL", "postgres://u@h/d"));
        var connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        Assert.Equal((1, "HangarBay", false), (connection.Timeout, connection.ApplicationName, settings.MigrateOnStartup));

        settings = Read(("DATABASE_URL", "postgres://u@h/d?connect_timeout=7&application_name=mine&maximum_pool_size=9"), ("Database:MigrateOnStartup", "true"));
        connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        Assert.Equal((7, "mine", 9, true), (connection.Timeout, connection.ApplicationName, connection.MaxPoolSize, settings.MigrateOnStartup));
    }

    [Theory]
    [InlineData("Data Source=a.db", DatabaseProvider.Sqlite)]
    [InlineData("Filename=a.db;Mode=ReadOnly", DatabaseProvider.Sqlite)]
    [InlineData("Host=h;Database=d;Username=u;Password=p", DatabaseProvider.Postgres)]
    [InlineData("server=h", DatabaseProvider.Postgres)]
    public void The_engine_follows_from_the_connection_string(string text, DatabaseProvider provider)
    {
        Assert.Equal(provider, Read(("ConnectionStrings:HangarBay", text)).Provider);
        Assert.Equal(provider, Read(("ConnectionStrings:HangarBay", text), ("Database:Provider", provider.ToString().ToLowerInvariant())).Provider);
    }

    [Fact]
    public void The_URL_beats_the_connection_string_and_blanks_count_as_absent()
    {
        Assert.Equal(DatabaseProvider.Postgres, Read(("DATABASE_URL", "postgres://u@h/d"), ("ConnectionStrings:HangarBay", "Data Source=a.db")).Provider);
        Assert.Equal(DatabaseProvider.Sqlite, Read(("DATABASE_URL", " "), ("ConnectionStrings:HangarBay", "Data Source=a.db")).Provider);
        Assert.True(Read(("DATABASE_URL", ""), ("ConnectionStrings:HangarBay", ""), ("Database:Provider", "")).IsDefault);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "allowed are Sqlite and Postgres")]
    [InlineData("Database:Provider", "1", "allowed are Sqlite and Postgres")]
    [InlineData("Database:Provider", "Postgres", "neither ConnectionStrings:HangarBay nor DATABASE_URL")]
    [InlineData("Database:MigrateOnStartup", "yes", "allowed are true and false")]
    [InlineData("DATABASE_URL", "mysql://u:" + Secret + "@h/d", "allowed are postgresql://")]
    [InlineData("DATABASE_URL", Secret, "allowed are postgresql://")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@h:port/d", "allowed are postgresql://")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "/d", "allowed are postgresql://")]
    [InlineData("DATABASE_URL", "postgres://u:a/" + Secret + "@h/d", "percent-encoded")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "#x@h/d", "percent-encoded")]
    [InlineData("DATABASE_URL", "postgres://u:1?" + Secret + "@h/d", "percent-encoded")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@one,two/d", "allowed are postgresql://")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@h:99999/d", "Port")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@h/d?sslmode=sometimes", "verify-full")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@h/d?sslmod=require", "does not know")]
    [InlineData("DATABASE_URL", "postgres://u@h/d?pasword=" + Secret, "does not know")]
    [InlineData("DATABASE_URL", "postgres://u:" + Secret + "@/d", "names no host")]
    [InlineData("DATABASE_URL", "sqlite://x.db", "sqlite:///./relative.db")]
    [InlineData("DATABASE_URL", "sqlite:///:memory:", "not the path of a file")]
    [InlineData("DATABASE_URL", "sqlite:///x.db?mode=Memory", "not the path of a file")]
    [InlineData("DATABASE_URL", "sqlite:///x.db?mode=Sometimes", "ReadOnly")]
    [InlineData("DATABASE_URL", "sqlite:///nowhere/x.db", "folder does not exist")]
    [InlineData("DATABASE_URL", "sqlite:///.", "which is a folder")]
    [InlineData("ConnectionStrings:HangarBay", "postgres://u:" + Secret + "@h/d", "belongs in DATABASE_URL")]
    [InlineData("ConnectionStrings:HangarBay", "Host=h;Password=" + Secret + ";Data Source=x.db", "does not say which engine")]
    [InlineData("ConnectionStrings:HangarBay", "Database=d;Password=" + Secret, "does not say which engine")]
    [InlineData("ConnectionStrings:HangarBay", "Host=h;Pasword=" + Secret, "does not know")]
    [InlineData("ConnectionStrings:HangarBay", "Host=h;Password=a;" + Secret + "=b", "does not know")]
    [InlineData("ConnectionStrings:HangarBay", "Host=h;Port=" + Secret, "port has a value")]
    [InlineData("ConnectionStrings:HangarBay", "Host=h;Password=\"" + Secret, "not a connection string")]
    [InlineData("ConnectionStrings:HangarBay", "Data Source=x.db;Pwd=" + Secret, "does not know")]
    public void A_wrong_setting_is_one_sentence_that_names_the_key_and_what_is_allowed_but_no_secret(string key, string value, string allowed)
    {
        var exception = Assert.Throws<DatabaseSettingsException>(() => Read((key, value)));

        Assert.StartsWith(key, exception.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "DATABASE_URL", "postgres://u:" + Secret + "@h/d")]
    [InlineData("Postgres", "DATABASE_URL", "sqlite:///./x.db")]
    [InlineData("Sqlite", "ConnectionStrings:HangarBay", "Host=h;Password=" + Secret)]
    [InlineData("Postgres", "ConnectionStrings:HangarBay", "Data Source=x.db")]
    public void A_provider_that_names_the_other_engine_is_a_contradiction(string provider, string key, string value)
    {
        var exception = Assert.Throws<DatabaseSettingsException>(() => Read(("Database:Provider", provider), (key, value)));

        Assert.Contains("Database:Provider", exception.Message, StringComparison.Ordinal);
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_of_the_database_has_no_secret()
    {
        var settings = Read(("DATABASE_URL", $"postgres://pilot:{Secret}@db.example:6432/bay"));

        Assert.Equal("PostgreSQL at db.example:6432/bay", settings.Description);
        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
    }

    private DatabaseSettings Read(params (string Key, string Value)[] entries) => new ConfigurationBuilder()
        .AddInMemoryCollection(entries.ToDictionary(entry => entry.Key, entry => (string?)entry.Value))
        .Build()
        .ReadDatabase(_root);
}
