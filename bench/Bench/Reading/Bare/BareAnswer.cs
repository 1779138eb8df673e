using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>One request of the bare endpoint: what it asks, all in one round trip, and how it words what comes back.</summary>
internal abstract class BareAnswer
{
    /// <summary>In the order in which their results are read.</summary>
    public abstract IReadOnlyList<string> Statements { get; }

    /// <param name="results">Stands on the first result.</param>
    /// <param name="json">Where to.</param>
    public abstract Task WriteAsync(NpgsqlDataReader results, Utf8JsonWriter json);

    /// <summary>Reads the whole of <see cref="BareSql.Categories"/>.</summary>
    protected static async Task<Dictionary<int, string?>> ReadCategoriesAsync(NpgsqlDataReader results)
    {
        var categories = new Dictionary<int, string?>();
        while (await results.ReadAsync()) categories[results.GetInt32(0)] = results.TextOrNull(1);
        return categories;
    }
}
