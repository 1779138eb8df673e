namespace HangarBay.Bench.Reading.Bare;

/// <summary>The measured requests' own statements.</summary>
internal static class BareQueries
{
    private const string Read = "items_state IN ('Read', 'None')";
    private const string Newest = "DateIssued Desc";

    public static BareAnswer DefaultList() => new BareList(
        BareSql.List(BareSql.KeptCounts, $"SELECT * FROM contracts WHERE {BareSql.Live} ORDER BY {BareSql.ByDate} LIMIT {BareList.Size}", BareSql.ByDate),
        page: 1, new BareCursor($"     {Newest}"));

    /// <summary>What comes before it is skipped in the index alone.</summary>
    public static BareAnswer Page(int page) => new BareList(
        BareSql.List(
            BareSql.KeptCounts,
            $"""
            SELECT contracts.* FROM contracts JOIN (
              SELECT contract_id FROM contracts WHERE {BareSql.Live}
              ORDER BY {BareSql.ByDate} LIMIT {BareList.Size} OFFSET {BareList.Size * (page - 1)}) AS ids USING (contract_id)
            """,
            BareSql.ByDate),
        page, new BareCursor($"     {Newest}"));

    public static BareAnswer ShipsByPrice(long least, long most)
    {
        var ships = $"{BareSql.Live} AND is_ship_contract AND price_now BETWEEN {least}00 AND {most}00 AND {Read}";
        return new BareList(
            BareSql.List(
                BareSql.Counts($"contracts WHERE {ships}", $" AND price_now BETWEEN {least}00 AND {most}00"),
                $"SELECT * FROM contracts WHERE {ships} ORDER BY {BareSql.ByPrice} LIMIT {BareList.Size}",
                BareSql.ByPrice),
            page: 1, new BareCursor("    True Price Asc", (1, $"{least}.00"), (2, $"{most}.00")), byPrice: true);
    }

    /// <summary>Few match, so they are found once, for counts and page alike.</summary>
    public static BareAnswer Search(string word) => OfFound(
        $"""
        named AS MATERIALIZED (SELECT DISTINCT type_id FROM type_search_names WHERE language = 'En' AND text LIKE '%{word}%'),
        ids AS (
          SELECT contract_id FROM contracts WHERE closed_at IS NULL AND title_search <> '' AND title_search LIKE '%{word}%'
          UNION
          SELECT l.contract_id FROM named JOIN open_lines AS l USING (type_id)),
        found AS MATERIALIZED (SELECT contract_id, date_issued, type, items_state FROM ids JOIN contracts USING (contract_id) WHERE {BareSql.Live})
        """,
        new BareCursor($"     {Newest}", (0, $"En {word}")));

    /// <inheritdoc cref="Search"/>
    public static BareAnswer FewBlueprints(int efficiency, int runs) => OfFound(
        $"found AS MATERIALIZED (SELECT contract_id, date_issued, type, items_state FROM contracts WHERE {BareSql.Live} AND {Read} AND contract_id IN ({Lines(efficiency, runs)}))",
        CursorOf(efficiency, runs));

    /// <summary>Many match: they are counted by themselves, and the page is soon come across along the sort.</summary>
    public static BareAnswer ManyBlueprints(int efficiency, int runs) => new BareList(
        BareSql.List(
            BareSql.Counts($"(SELECT DISTINCT contract_id, type, 'Read' AS items_state {Offers(efficiency, runs)} AND date_expired > {BareSql.Instant}) AS offers"),
            $"""
            SELECT * FROM contracts WHERE {BareSql.Live} AND {Read} AND EXISTS (
              {Lines(efficiency, runs)} AND open_lines.contract_id = contracts.contract_id OFFSET 0)
            ORDER BY {BareSql.ByDate} LIMIT {BareList.Size}
            """,
            BareSql.ByDate),
        page: 1, CursorOf(efficiency, runs));

    private static BareList OfFound(string found, BareCursor cursor) => new(
        BareSql.List(
            BareSql.Counts("found"),
            $"SELECT contracts.* FROM (SELECT contract_id FROM found ORDER BY {BareSql.ByDate} LIMIT {BareList.Size}) AS ids JOIN contracts USING (contract_id)",
            BareSql.ByDate, found),
        page: 1, cursor);

    private static string Lines(int efficiency, int runs) => $"SELECT contract_id {Offers(efficiency, runs)}";

    private static string Offers(int efficiency, int runs) => $"FROM open_lines WHERE tells_terms AND material_efficiency >= {efficiency} AND runs >= {runs}";

    private static BareCursor CursorOf(int efficiency, int runs) => new($"     {Newest}", (7, $"{runs}"), (9, $"{efficiency}"));
}
