using System.Data.Common;
using System.Globalization;
using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Every call makes a scope of its own, so hosts and commands can both use it.</summary>
internal sealed class DatabaseSchema(IServiceScopeFactory scopes, DatabaseSettings settings, IEngine engine, IMigrationGate gate)
    : IDatabaseSchema
{
    // Connecting might create the file, and a check must not create it.
    private bool HasNoFile => settings.File is { } file && !File.Exists(file);

    public async Task<SchemaState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ReadAsync(ContextOf(scope), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = ContextOf(scope);
        if ((await ReadAsync(context, cancellationToken)).Pending.Count == 0) return [];

        await using var entered = await gate.EnterAsync(cancellationToken);
        // Read again, as the process that held the gate before has probably applied the migrations.
        var pending = (await ReadAsync(context, cancellationToken)).Pending;
        if (pending.Count > 0) await context.Database.MigrateAsync(cancellationToken);
        return pending;
    }

    public string Script()
    {
        using var scope = scopes.CreateScope();
        var migrator = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().GetService<IMigrator>();
        return migrator.GenerateScript(options: engine.ScriptOptions);
    }

    public async Task<DatabaseReport> ReportAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = ContextOf(scope);
        var state = await ReadAsync(context, cancellationToken);
        if (HasNoFile) return new(settings.Description, null, state, 0, []);

        var version = await AskAsync<string>(context, engine.VersionQuery, cancellationToken);
        var bytes = await AskAsync<long>(context, engine.SizeQuery, cancellationToken);
        var tables = new List<TableRows>();
        foreach (var table in state.Pending.Count > 0 ? [] : TablesOf(context))
            tables.Add(new(table, await AskAsync<long>(context, $"SELECT count(*) FROM \"{table}\"", cancellationToken)));
        return new(settings.Description, version, state, bytes, tables);
    }

    private static HangarBayDbContext ContextOf(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();

    private static IEnumerable<string> TablesOf(HangarBayDbContext context) => context.Model.GetEntityTypes()
        .Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private async Task<SchemaState> ReadAsync(HangarBayDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        if (HasNoFile) return new([], known, []);
        await RequireSuitableAsync(context, cancellationToken);

        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return new(applied, [.. known.Except(applied)], [.. applied.Except(known)]);
    }

    /// <exception cref="DatabaseFaultException">The database does not meet a requirement.</exception>
    private async Task RequireSuitableAsync(HangarBayDbContext context, CancellationToken cancellationToken)
    {
        var lack = await ConnectedAsync(context, connection => engine.FindLackAsync(connection, cancellationToken), cancellationToken);
        if (lack is not null) throw new DatabaseFaultException(new DatabaseFault(DatabaseFaultKind.Unsuitable, lack));
    }

    private static Task<T> AskAsync<T>(HangarBayDbContext context, string sql, CancellationToken cancellationToken) => ConnectedAsync(
        context,
        async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (T)Convert.ChangeType((await command.ExecuteScalarAsync(cancellationToken))!, typeof(T), CultureInfo.InvariantCulture);
        },
        cancellationToken);

    private static async Task<T> ConnectedAsync<T>(HangarBayDbContext context, Func<DbConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await ask(context.Database.GetDbConnection());
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
