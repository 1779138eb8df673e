namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Rows as ESI sends them. Overrides are raw JSON; null leaves the key out.</summary>
internal static class Rows
{
    public static string AContract(params (string Key, string? Json)[] overrides) => Write(
        new()
        {
            ["contract_id"] = "157834735",
            ["date_expired"] = "\"2026-09-17T21:36:41Z\"",
            ["date_issued"] = "\"2026-08-20T21:36:41Z\"",
            ["issuer_corporation_id"] = "897372069",
            ["issuer_id"] = "1314102096",
            ["type"] = "\"item_exchange\"",
        },
        overrides);

    public static string ALine(params (string Key, string? Json)[] overrides) => Write(
        new() { ["is_included"] = "true", ["quantity"] = "1", ["record_id"] = "3210378611", ["type_id"] = "587" }, overrides);

    public static string ABid(params (string Key, string? Json)[] overrides) => Write(
        new() { ["amount"] = "1000000.5", ["bid_id"] = "6154448", ["date_bid"] = "\"2026-03-25T15:25:11Z\"" }, overrides);

    private static string Write(Dictionary<string, string?> keys, (string Key, string? Json)[] overrides)
    {
        foreach (var (key, json) in overrides) keys[key] = json;
        return $"{{{string.Join(',', keys.Where(key => key.Value is not null).Select(key => $"\"{key.Key}\":{key.Value}"))}}}";
    }
}
