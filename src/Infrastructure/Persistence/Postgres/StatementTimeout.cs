using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Tells the server how long it may take over a query, so that it gives up by itself even where nobody is left to tell it.
/// The setting travels with the query, and the driver resets it when the connection goes back to its pool.
/// </summary>
internal sealed class StatementTimeout : DbCommandInterceptor
{
    public static readonly StatementTimeout Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Limit(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Limit(command, eventData);
        return ValueTask.FromResult(result);
    }

    private static void Limit(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is not HangarBayDbContext { ReadingLimit: { } limit }) return;
        var milliseconds = ((long)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        command.CommandText = $"SET statement_timeout = {milliseconds};\n{command.CommandText}";
    }
}
