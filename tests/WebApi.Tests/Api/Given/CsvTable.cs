using System.Text;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>Reads CSV strictly by RFC 4180, so that the writer is not tested with its own library.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static CsvTable Read(string text)
    {
        var records = new List<IReadOnlyList<string>>();
        var record = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            record.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            records.Add(record);
            record = [];
        }

        Assert.Empty(record);
        Assert.All(records, row => Assert.Equal(records[0].Count, row.Count));
        return new CsvTable(records[0], records[1..]);
    }

    public IReadOnlyList<string> Column(string name)
    {
        var index = Header.ToList().IndexOf(name);
        Assert.True(index >= 0, $"There is no column {name}.");
        return [.. Rows.Select(row => row[index])];
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.IndexOfAny([',', '\r', '"'], at);
        var field = text[at..end];
        at = end;
        return field;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"') field.Append(text[at]);
            else if (text[at + 1] == '"') field.Append(text[++at]);
            else break;
        }

        at++;
        return field.ToString();
    }
}
