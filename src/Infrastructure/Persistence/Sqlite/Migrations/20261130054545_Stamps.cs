using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Stamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "solar_systems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "regions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "locations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "item_types",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "item_groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "item_categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "corporations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "earlier_closed_at",
                table: "contracts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier_closure",
                table: "contracts",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "changed_in",
                table: "characters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "market_marks",
                columns: table => new
                {
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    mark = table.Column<long>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_marks", x => x.version);
                });

            migrationBuilder.CreateIndex(
                name: "ix_solar_systems_changed_in",
                table: "solar_systems",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_regions_changed_in",
                table: "regions",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_locations_changed_in",
                table: "locations",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_item_types_changed_in",
                table: "item_types",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_item_groups_changed_in",
                table: "item_groups",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_item_categories_changed_in",
                table: "item_categories",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_corporations_changed_in",
                table: "corporations",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_changed_in",
                table: "contracts",
                column: "changed_in");

            migrationBuilder.CreateIndex(
                name: "ix_characters_changed_in",
                table: "characters",
                column: "changed_in");

            // Auctions whose lines were read after their bids were left with the starting bid as their price. What is kept of the market
            // is read anew with the next version, in which all rows count as changed.
            migrationBuilder.Sql("UPDATE market_state SET version = version + 1 WHERE version > 0;");
            migrationBuilder.Sql("UPDATE contracts SET price_now = COALESCE(current_bid, price), changed_in = COALESCE((SELECT version FROM market_state), 0);");
            foreach (var table in new[] { "item_types", "item_groups", "item_categories", "regions", "solar_systems", "locations", "characters", "corporations" })
                migrationBuilder.Sql($"UPDATE {table} SET changed_in = COALESCE((SELECT version FROM market_state), 0);");
            migrationBuilder.Sql(
                "INSERT INTO market_marks (version, mark, rows, at) SELECT version, random(), 0, CAST(strftime('%s', 'now') AS INTEGER) * 1000 FROM market_state WHERE version > 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "market_marks");

            migrationBuilder.DropIndex(
                name: "ix_solar_systems_changed_in",
                table: "solar_systems");

            migrationBuilder.DropIndex(
                name: "ix_regions_changed_in",
                table: "regions");

            migrationBuilder.DropIndex(
                name: "ix_locations_changed_in",
                table: "locations");

            migrationBuilder.DropIndex(
                name: "ix_item_types_changed_in",
                table: "item_types");

            migrationBuilder.DropIndex(
                name: "ix_item_groups_changed_in",
                table: "item_groups");

            migrationBuilder.DropIndex(
                name: "ix_item_categories_changed_in",
                table: "item_categories");

            migrationBuilder.DropIndex(
                name: "ix_corporations_changed_in",
                table: "corporations");

            migrationBuilder.DropIndex(
                name: "ix_contracts_changed_in",
                table: "contracts");

            migrationBuilder.DropIndex(
                name: "ix_characters_changed_in",
                table: "characters");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "solar_systems");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "locations");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "item_types");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "item_groups");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "item_categories");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "corporations");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "earlier_closed_at",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "earlier_closure",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "changed_in",
                table: "characters");
        }
    }
}
