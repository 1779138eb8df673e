namespace HangarBay.Bench;

/// <summary>Prints results as a Markdown table, row by row as they come.</summary>
internal static class Table
{
    public static void Start(string title, params string[] columns)
    {
        Console.WriteLine($"\n### {title}\n");
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
