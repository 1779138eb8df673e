using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Engine.Faults;

internal static class Damages
{
    private const string WildTitle = "<script>alert('x')</script>\u0000\u0007\t<b>bold</b> & \"quoted\" 0123";

    public static void Inflict(RowDamage damage, JsonArray rows, Func<JsonNode?> lastOfPageBefore)
    {
        var middle = rows.Count / 2;
        var row = rows[middle]!.AsObject();
        switch (damage)
        {
            case RowDamage.MissingPrice: row.Remove("price"); break;
            case RowDamage.NegativeVolume: row["volume"] = -1.5; break;
            case RowDamage.UnknownType: row["type"] = "timeshare"; break;
            case RowDamage.Duplicate: rows.Insert(middle, row.DeepClone()); break;
            case RowDamage.DuplicateAcross when lastOfPageBefore() is { } last: rows.Insert(0, last); break;
            case RowDamage.Unordered: rows.RemoveAt(middle); rows.Insert(middle - 1, row); break;
            case RowDamage.HugeId: row["contract_id"] = 1L << 62; break;
            case RowDamage.WildTitle: row["title"] = WildTitle.PadRight(60, '!'); break;
            case RowDamage.MissingId: row.Remove("contract_id"); break;
            case RowDamage.BadDate: row["date_expired"] = "tomorrow"; break;
        }
    }
}
