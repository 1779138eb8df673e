using System.Text.Json;

namespace HangarBay.Infrastructure.Tests.Browsing.Hot;

/// <summary>One statement as the server ran it, by what it looked at in contracts and their lines.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Text">The whole plan.</param>
/// <param name="Removed">Rows that were read, looked at and thrown away.</param>
/// <param name="Scanned">Tables that were read from one end to the other, past every index.</param>
internal sealed record Plan(string Sql, string Text, long Removed, IReadOnlyList<string> Scanned)
{
    private static readonly string[] Large = ["contracts", "contract_items", "open_lines"];

    public static Plan Read(string sql, string json)
    {
        using var document = JsonDocument.Parse(json);
        var nodes = Nodes(document.RootElement[0].GetProperty("Plan")).ToList();
        return new Plan(sql, json, nodes.Sum(RemovedBy), [.. nodes.Where(node => Word(node, "Node Type") == "Seq Scan" && IsLarge(node)).Select(node => Word(node, "Relation Name")!)]);
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.TryGetProperty("Plans", out var children)
        ? children.EnumerateArray().SelectMany(Nodes).Prepend(node)
        : [node];

    /// <summary>Small tables are not worth an index. What a join throws away came from somewhere, too.</summary>
    private static long RemovedBy(JsonElement node)
    {
        var removed = Number(node, "Rows Removed by Join Filter");
        if (IsLarge(node)) removed += Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck");
        // Told as the mean of all loops.
        return (long)Math.Ceiling(removed * Number(node, "Actual Loops"));
    }

    private static bool IsLarge(JsonElement node) => Large.Contains(Word(node, "Relation Name"));

    private static double Number(JsonElement node, string key) => node.TryGetProperty(key, out var value) ? value.GetDouble() : 0;

    private static string? Word(JsonElement node, string key) => node.TryGetProperty(key, out var value) ? value.GetString() : null;
}
