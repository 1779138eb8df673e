using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Persistence.Postgres;

public sealed class PostgresScriptTests() : DatabaseBehaviour(DatabaseProvider.Postgres, migrated: false)
{
    [SkippableFact]
    public async Task The_script_may_be_run_again_and_leaves_nothing_pending()
    {
        var schema = Services.GetRequiredService<IDatabaseSchema>();
        var script = schema.Script();
        await using (var connection = new NpgsqlConnection(Database.Settings.ConnectionString))
        {
            await connection.OpenAsync();
            for (var time = 0; time < 2; time++)
            {
                await using var command = new NpgsqlCommand(script, connection);
                await command.ExecuteNonQueryAsync();
            }
        }

        Assert.Empty((await schema.ReadAsync(CancellationToken.None)).Pending);
    }
}
