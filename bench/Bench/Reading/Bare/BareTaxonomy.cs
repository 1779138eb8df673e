using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>The categories and groups of what live contracts offer: looked up in every offer, each time.</summary>
internal sealed class BareTaxonomy : BareAnswer
{
    private const string Groups = $"""
        SELECT g.group_id, g.category_id, g.name::json ->> 'en', k.name::json ->> 'en'
        FROM item_groups AS g
        LEFT JOIN item_categories AS k USING (category_id)
        WHERE g.group_id IN (
          SELECT group_id FROM open_lines WHERE date_expired > {BareSql.Instant})
        ORDER BY g.name::json ->> 'en' COLLATE "C", g.group_id
        """;

    private const string Complete = """
        SELECT count(*) > 0 AND count(*) = count(as_of)
          AND NOT EXISTS (SELECT FROM open_tallies WHERE items_state IN ('Pending', 'SetAside'))
        FROM region_coverage
        """;

    public override IReadOnlyList<string> Statements { get; } = [Complete, Groups];

    public override async Task WriteAsync(NpgsqlDataReader results, Utf8JsonWriter json)
    {
        await results.ReadAsync();
        var isComplete = results.GetBoolean(0);
        await results.NextResultAsync();
        var groups = new List<(int Id, int Category, string? Name, string? CategoryName)>();
        while (await results.ReadAsync()) groups.Add((results.GetInt32(0), results.GetInt32(1), results.TextOrNull(2), results.TextOrNull(3)));

        json.WriteStartObject();
        json.WriteStartArray("categories"u8);
        foreach (var (id, name) in groups.Where(group => group.CategoryName is not null).Select(group => (group.Category, group.CategoryName))
                     .Distinct().OrderBy(category => category.CategoryName, StringComparer.Ordinal).ThenBy(category => category.Category))
        {
            json.WriteStartObject();
            json.WriteNumber("category_id"u8, id);
            json.WriteString("name"u8, name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("groups"u8);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteNumber("group_id"u8, group.Id);
            json.WriteNumber("category_id"u8, group.Category);
            json.WriteString("name"u8, group.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("coverage"u8, isComplete ? "complete"u8 : "partial"u8);
        json.WriteEndObject();
    }
}
