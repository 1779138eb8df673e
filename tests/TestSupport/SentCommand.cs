using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>A statement and, where it went to PostgreSQL, its parameters, which are this record's own.</summary>
public sealed record SentCommand(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>Runs it, and tells how the server did.</summary>
    /// <param name="source">Where; its settings are part of what the planner goes by.</param>
    /// <param name="options">Of <c>EXPLAIN</c>.</param>
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
