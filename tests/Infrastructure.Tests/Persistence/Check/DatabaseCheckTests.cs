using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Persistence.Check;

/// <summary>Each test damages a database in one way, and the check names the damage and the contract.</summary>
public abstract class DatabaseCheckTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const string Derived = "The derived columns of a contract";
    private const string Read = "lines_state = 'Read' AND type = 'ItemExchange'";

    /// <summary>The damage to the first contract that meets the condition, and the invariant that it violates.</summary>
    public static TheoryData<string, string, string> Damages => new()
    {
        { Read, "DELETE FROM contract_lines WHERE contract_id = {0}", "A contract that was read has lines" },
        { Read, "UPDATE contracts SET lines_state = 'Pending' WHERE contract_id = {0}", "A contract that was not read has no lines" },
        { Read, "UPDATE contracts SET lines_state = 'SetAside' WHERE contract_id = {0}", "A contract that was not read has no lines" },
        { "type = 'Courier'", "UPDATE contracts SET lines_state = 'Pending' WHERE contract_id = {0}", "Only exchanges and auctions wait" },
        { Read, "UPDATE contracts SET closure = 'Gone' WHERE contract_id = {0}", "A closed contract has evidence" },
        { Read, "UPDATE contracts SET closed_at = date_expired WHERE contract_id = {0}", "A closed contract has evidence" },
        { Read, "UPDATE contracts SET closed_at = date_expired, closure = 'Gone', region_id = 1 WHERE contract_id = {0}", "Only a sweep closes" },
        { Read, "DELETE FROM market_state WHERE {0} > 0", "A database that holds contracts names their source" },
        { Read, "UPDATE contracts SET buyout = 100 WHERE contract_id = {0}", "Only auctions have a buyout" },
        { "type = 'Auction'", "UPDATE contracts SET buyout = 0 WHERE contract_id = {0}", "Only auctions have a buyout" },
        { Read, "UPDATE contracts SET collateral = 0 WHERE contract_id = {0}", "Only couriers have collateral" },
        { Read, "UPDATE contracts SET days_to_complete = 0 WHERE contract_id = {0}", "Only couriers have collateral" },
        { "type = 'Auction'", "UPDATE contracts SET end_location_id = 60003760 WHERE contract_id = {0}", "Only couriers have collateral" },
        { "type = 'Courier'", "UPDATE contracts SET price = 0 WHERE contract_id = {0}", "Only exchanges and auctions have a price" },
        { "type = 'Auction'", "UPDATE contracts SET reward = 0 WHERE contract_id = {0}", "Only couriers and exchanges have a reward" },
        { Read + " AND price IS NOT NULL", "UPDATE contracts SET is_want_to_buy = NOT is_want_to_buy WHERE contract_id = {0}", "A want-to-buy has no price" },
        { Read, "UPDATE contracts SET reward_per_volume = 1 WHERE contract_id = {0}", "A reward per volume needs both" },
        { Read, "UPDATE contracts SET is_ship_contract = NOT is_ship_contract WHERE contract_id = {0}", "A ship contract offers a ship" },
        { Read + " AND NOT is_want_to_buy", "UPDATE contract_lines SET category_id = 1 WHERE contract_id = {0}", "An offered line has the category" },
        { Read + " AND NOT is_want_to_buy", "UPDATE contract_lines SET group_id = NULL WHERE contract_id = {0}", "An offered line has the category" },
        { Read + " AND NOT is_want_to_buy", "UPDATE contract_lines SET is_included = NOT is_included WHERE contract_id = {0}", "a requested line has none" },
        { Read, "UPDATE contracts SET is_blueprint_copy_contract = NOT is_blueprint_copy_contract WHERE contract_id = {0}", "A blueprint copy contract" },
        { Read, "UPDATE contracts SET blueprint_copy_count = blueprint_copy_count + 1 WHERE contract_id = {0}", "Blueprint copies are counted right" },
        { Read, "UPDATE contracts SET is_want_to_buy = NOT is_want_to_buy WHERE contract_id = {0}", "A want-to-buy only requests items" },
        { Read, "UPDATE contracts SET headline_type_id = 1 WHERE contract_id = {0}", "A headline names one of the lines" },
        { Read, "UPDATE contracts SET headline_type_id = NULL WHERE contract_id = {0}", "A headline names one of the lines" },
        { Read, "UPDATE contracts SET headline_quantity = headline_quantity + 1 WHERE contract_id = {0}", "A headline tells how many" },
        { Read, "UPDATE contracts SET headline_quantity = NULL WHERE contract_id = {0}", "A headline tells how many" },
        { "type = 'Courier'", "UPDATE contracts SET headline_quantity = 1 WHERE contract_id = {0}", "A headline tells how many" },
        { "type = 'Auction'", "UPDATE contracts SET bid_count = 999 WHERE contract_id = {0}", "Bids are counted right" },
        { "type = 'Auction'", "UPDATE contracts SET current_bid = 123456789012 WHERE contract_id = {0}", "The current bid is the highest one" },
        { "type = 'Auction'", "UPDATE contracts SET price_now = 123456789012 WHERE contract_id = {0}", "The price for filters" },
        { "type = 'Auction' AND price IS NOT NULL", "UPDATE contracts SET price_now = NULL WHERE contract_id = {0}", "The price for filters" },
        { Read, "UPDATE contracts SET changed_in = 123456789012 WHERE contract_id = {0}", "No contract changed in a version" },
        { Read, "UPDATE contracts SET earlier_closure = 'Gone' WHERE contract_id = {0}", "A closed contract has evidence" },
        { "is_ship_contract", "UPDATE contracts SET ship_name = 'Other' WHERE contract_id = {0}", Derived },
        { Read, "UPDATE contracts SET composition = '[[6,3]]' WHERE contract_id = {0}", Derived },
        { Read, "UPDATE contracts SET headline_kind = 'Title' WHERE contract_id = {0}", Derived },
        { "type = 'Courier'", "UPDATE contracts SET headline_kind = 'Item' WHERE contract_id = {0}", Derived },
        { "blueprint_copy_count = 1", "UPDATE contracts SET blueprint_runs = 12345 WHERE contract_id = {0}", Derived },
        { "type = 'Courier'", "UPDATE contracts SET reward_per_volume = 12345 WHERE contract_id = {0}", Derived },
        { "type = 'Auction'", "UPDATE contracts SET bid_count = 999 WHERE contract_id = {0}", Derived },
        { Read + " AND NOT is_want_to_buy", "UPDATE contract_lines SET category_id = 1 WHERE contract_id = {0}", Derived },
        { Read, "UPDATE contracts SET closed_at = date_expired, closure = 'Gone' WHERE contract_id = {0}", "A contract on a region's pages" },
        { Read, "UPDATE region_pages SET contract_ids = " + NoIds + " WHERE {0} > 0", "An open contract of a region is on one of the region's pages" },
        { Read, "UPDATE region_coverage SET listed = listed + 1 WHERE {0} > 0", "A region has as many open contracts" },
        { Read, "UPDATE region_coverage SET as_of = NULL WHERE {0} > 0", "A region has pages only after a good sweep" },
    };

    /// <summary>A placeholder for the engine's literal of an empty list.</summary>
    private const string NoIds = "'NO-IDS'";

    protected abstract string NoIdsHere { get; }

    /// <summary>Enough contracts to include a courier.</summary>
    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 240 };

    [SkippableTheory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_reported_with_the_contract_that_has_it(string which, string damage, string invariant)
    {
        await SyncAsync();
        await ThenTheDatabaseIsSoundAsync();
        IsSpoiled = true;
        var first = "SELECT min(contract_id) AS \"Value\" FROM contracts WHERE " + which;
        var id = await QueryAsync(context => context.Database.SqlQueryRaw<long>(first).SingleAsync());

        var sql = string.Format(null, damage, id).Replace(NoIds, NoIdsHere, StringComparison.Ordinal);
        await QueryAsync(context => context.Database.ExecuteSqlRawAsync(sql));

        var violation = Assert.Single(await CheckAsync(), violation => violation.Invariant.Contains(invariant, StringComparison.Ordinal));
        Assert.InRange(violation.Examples.Count, 1, 10);
        if (damage.Contains("WHERE contract_id = {0}", StringComparison.Ordinal) && violation.Count == 1)
            Assert.Contains(id.ToString(System.Globalization.CultureInfo.InvariantCulture), violation.Examples[0], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Of_many_violations_it_counts_all_and_names_ten()
    {
        await SyncAsync();
        IsSpoiled = true;
        var broken = await QueryAsync(context => context.Database.ExecuteSqlRawAsync("UPDATE contracts SET closure = 'Gone'"));

        var violation = Assert.Single(await CheckAsync());

        Assert.Equal((broken, 10), (violation.Count, violation.Examples.Count));
    }

    [SkippableFact]
    public async Task An_empty_database_is_sound()
    {
        Assert.Empty(await CheckAsync());
    }

    [SkippableFact]
    public async Task It_writes_nothing()
    {
        await SyncAsync();
        var before = await DumpAsync();

        await CheckAsync();

        Assert.Empty((await DumpAsync()).DifferencesTo(before));
    }

    protected async Task<IReadOnlyList<Violation>> CheckAsync() =>
        (await Services.GetRequiredService<IDatabaseCheck>().CheckAsync(default)).Violations;
}

public sealed class DatabaseCheckOnSqlite() : DatabaseCheckTests(DatabaseProvider.Sqlite)
{
    protected override string NoIdsHere => "'[]'";

    [Fact]
    public async Task Lines_without_a_contract_are_found_by_two_checks()
    {
        await SyncAsync();
        IsSpoiled = true;
        await QueryAsync(async context =>
        {
            await context.Database.OpenConnectionAsync();
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
            await context.Database.ExecuteSqlRawAsync("DELETE FROM contracts WHERE contract_id = (SELECT min(contract_id) FROM contract_lines)");
            return await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON");
        });

        var violations = await CheckAsync();

        Assert.Contains(violations, violation => violation.Invariant == "A line belongs to a contract." && violation.Count == 1);
        Assert.Contains(violations, violation => violation.Invariant == "Foreign keys hold.");
    }
}

public sealed class DatabaseCheckOnPostgres() : DatabaseCheckTests(DatabaseProvider.Postgres)
{
    protected override string NoIdsHere => "'{{}}'";

    [SkippableFact]
    public async Task Lines_without_a_contract_are_found()
    {
        await SyncAsync();
        IsSpoiled = true;
        await QueryAsync(async context =>
        {
            var key = await context.Database.SqlQueryRaw<string>(
                "SELECT conname::text AS \"Value\" FROM pg_constraint WHERE contype = 'f' AND conrelid = 'contract_lines'::regclass").SingleAsync();
            var drop = "ALTER TABLE contract_lines DROP CONSTRAINT " + key;
            await context.Database.ExecuteSqlRawAsync(drop);
            return await context.Database.ExecuteSqlRawAsync("DELETE FROM contracts WHERE contract_id = (SELECT min(contract_id) FROM contract_lines)");
        });

        Assert.Contains(await CheckAsync(), violation => violation.Invariant == "A line belongs to a contract." && violation.Count == 1);
    }
}
