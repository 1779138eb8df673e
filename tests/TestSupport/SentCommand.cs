using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>A statement and, for PostgreSQL, its parameters, which are copies.</summary>
public sealed record SentCommand(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>Explains the statement and returns the plan.</summary>
    /// <param name="source">Where to explain it; its settings affect the planner.</param>
    /// <param name="options">The options of <c>EXPLAIN</c>.</param>
    public async Task<string> ExplainAsync(NpgsqlDataSource source, string options)
    {
        await using var explain = source.CreateCommand($"EXPLAIN ({options}) {Text}");
        foreach (var parameter in Parameters) explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
