namespace HangarBay.Bench.Reading.Bare;

/// <summary>
/// The statements of the bare endpoint, as good as we can write them: everything is decided before the first row is read in
/// full, names are joined to the rows of the page alone, and no statement has a parameter, so that its plan is made once.
/// </summary>
internal static class BareSql
{
    public const string ByDate = "date_issued DESC, contract_id DESC";
    public const string ByPrice = "price_now, contract_id";

    /// <summary>The moment browsing is judged at: the last whole minute, or the last change if that came later.</summary>
    public const string Instant = "(SELECT greatest(date_trunc('minute', now()), changed_at) FROM market_state WHERE id = 1)";

    public const string Live = $"closed_at IS NULL AND date_expired > {Instant}";

    /// <summary>The swept regions, each with where the market is from.</summary>
    public const string Coverage = """
        SELECT m.source LIKE 'live%', r.region_id, r.as_of, n.name::json ->> 'en'
        FROM market_state m CROSS JOIN region_coverage r LEFT JOIN regions n USING (region_id)
        WHERE m.id = 1 AND r.as_of IS NOT NULL
        ORDER BY r.region_id
        """;

    public const string Categories = "SELECT category_id, name::json ->> 'en' FROM item_categories";

    /// <summary>Whatever is live, by what is kept of what is open less what is past its date.</summary>
    public const string KeptCounts = $"""
        SELECT coalesce(sum(n), 0)::int AS total, {KeptSegments},
          coalesce(sum(n) FILTER (WHERE items_state IN ('Pending', 'SetAside')), 0)::int AS pending
        FROM (
          SELECT type, items_state, count AS n FROM open_tallies
          UNION ALL
          SELECT type, items_state, -1 FROM contracts WHERE closed_at IS NULL AND date_expired <= {Instant}) AS kept
        """;

    private const string KeptSegments = """
        coalesce(sum(n) FILTER (WHERE type = 'ItemExchange'), 0)::int AS item_exchange,
          coalesce(sum(n) FILTER (WHERE type = 'Auction'), 0)::int AS auction,
          coalesce(sum(n) FILTER (WHERE type = 'Courier'), 0)::int AS courier,
          coalesce(sum(n) FILTER (WHERE type = 'Loan'), 0)::int AS loan,
          coalesce(sum(n) FILTER (WHERE type = 'Unknown'), 0)::int AS unknown
        """;

    private const string Names = """
        LEFT JOIN characters AS issuer ON issuer.character_id = c.issuer_id
        LEFT JOIN corporations AS corporation ON corporation.corporation_id = c.issuer_corporation_id
        LEFT JOIN locations AS start_place ON start_place.location_id = c.start_location_id
        LEFT JOIN solar_systems AS start_system ON start_system.system_id = start_place.system_id
        LEFT JOIN locations AS end_place ON end_place.location_id = c.end_location_id
        LEFT JOIN region_coverage AS region ON region.region_id = c.region_id
        LEFT JOIN item_types AS headline ON headline.type_id = c.headline_type_id
        """;

    /// <summary>In the order of <see cref="BareRow"/>'s columns.</summary>
    private const string Columns = """
        c.contract_id, c.type, c.title, c.headline_kind, headline.name::json ->> 'en', c.price, c.buyout, c.collateral, c.reward,
        c.reward_per_volume, c.volume, c.days_to_complete, c.issuer_id, issuer.name, c.issuer_corporation_id, corporation.name,
        c.for_corporation, c.start_location_id, start_place.name, start_place.system_id, c.region_id, start_system.security,
        c.end_location_id, end_place.name, end_place.system_id, c.date_issued, c.date_expired, coalesce(c.closed_at, region.as_of),
        c.is_ship_contract, c.is_blueprint_copy_contract, c.is_want_to_buy, c.items_state, c.current_bid, c.bid_count, c.composition,
        c.blueprint_copy_count, c.blueprint_runs, c.blueprint_material_efficiency, c.blueprint_time_efficiency
        """;

    /// <summary>Counts of the rows of a set that has <c>type</c> and <c>items_state</c>, and of those that wait for their lines.</summary>
    public static string Counts(string set, string pendingToo = "") => $"""
        SELECT count(*)::int AS total, count(*) FILTER (WHERE type = 'ItemExchange')::int AS item_exchange,
          count(*) FILTER (WHERE type = 'Auction')::int AS auction, count(*) FILTER (WHERE type = 'Courier')::int AS courier,
          count(*) FILTER (WHERE type = 'Loan')::int AS loan, count(*) FILTER (WHERE type = 'Unknown')::int AS unknown,
          {Pending(pendingToo)} AS pending
        FROM {set}
        """;

    /// <summary>Counts and page in one statement: the counts stand before each row, and alone where there is none.</summary>
    /// <param name="counts">One row of counts, as <see cref="KeptCounts"/> has them.</param>
    /// <param name="page">The page's contracts, whole.</param>
    /// <param name="order">Of the page.</param>
    /// <param name="sets">What both are made of, with its commas; nothing: of the tables alone.</param>
    public static string List(string counts, string page, string order, string sets = "") => $"""
        {(sets.Length == 0 ? "" : $"WITH {sets}")}
        SELECT n.total, n.item_exchange, n.auction, n.courier, n.loan, n.unknown, n.pending, {Columns}
        FROM ({counts}) AS n
        LEFT JOIN ({page}) AS c ON true
        {Names}
        ORDER BY {string.Join(", ", order.Split(", ").Select(key => $"c.{key}"))}
        """;

    public static string Contract(long id) => $"""
        SELECT {Columns}, c.closed_at, c.closure, c.date_expired > {Instant}
        FROM contracts AS c
        {Names}
        WHERE c.contract_id = {id}
        """;

    public static string Lines(long id) => $"""
        SELECT i.record_id, i.type_id, t.name::json ->> 'en', g.name::json ->> 'en', t.category_id, t.group_id, t.market_group_id, i.quantity,
          i.is_included, i.is_blueprint_copy, i.runs, i.material_efficiency, i.time_efficiency, i.item_id
        FROM contract_items AS i
        LEFT JOIN item_types AS t USING (type_id)
        LEFT JOIN item_categories AS g ON g.category_id = t.category_id
        WHERE i.contract_id = {id}
        ORDER BY i.record_id
        """;

    public static string Bids(long id) => $"SELECT bid_id, amount, placed_at FROM auction_bids WHERE contract_id = {id} ORDER BY amount DESC";

    private static string Pending(string too) => $"""
        CASE WHEN EXISTS (SELECT FROM open_tallies WHERE items_state IN ('Pending', 'SetAside'))
          THEN (SELECT count(*)::int FROM contracts WHERE {Live} AND items_state IN ('Pending', 'SetAside'){too}) ELSE 0 END
        """;
}
