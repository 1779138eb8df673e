using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NewEden : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "constellation_id",
                table: "solar_systems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "region_id",
                table: "solar_systems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "bids_attempts",
                table: "contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "constellations",
                columns: table => new
                {
                    constellation_id = table.Column<int>(type: "INTEGER", nullable: false),
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_constellations", x => x.constellation_id);
                });

            migrationBuilder.CreateTable(
                name: "market_groups",
                columns: table => new
                {
                    market_group_id = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_groups", x => x.market_group_id);
                });

            migrationBuilder.CreateTable(
                name: "reference_imports",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    build = table.Column<long>(type: "INTEGER", nullable: true),
                    etag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    last_modified = table.Column<long>(type: "INTEGER", nullable: true),
                    checksum = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    set_aside = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_imports", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "stargates",
                columns: table => new
                {
                    stargate_id = table.Column<int>(type: "INTEGER", nullable: false),
                    system_id = table.Column<int>(type: "INTEGER", nullable: false),
                    destination_system_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stargates", x => x.stargate_id);
                });

            migrationBuilder.CreateTable(
                name: "sweeper_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    phase = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    paused_until = table.Column<long>(type: "INTEGER", nullable: true),
                    reading_paused_until = table.Column<long>(type: "INTEGER", nullable: true),
                    paused_groups = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    errors_remaining = table.Column<int>(type: "INTEGER", nullable: true),
                    in_flight = table.Column<int>(type: "INTEGER", nullable: false),
                    items_per_minute = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sweeper_state", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_bids",
                table: "contracts",
                column: "bids_next_attempt_at",
                filter: "type = 'Auction' AND closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "constellations");

            migrationBuilder.DropTable(
                name: "market_groups");

            migrationBuilder.DropTable(
                name: "reference_imports");

            migrationBuilder.DropTable(
                name: "stargates");

            migrationBuilder.DropTable(
                name: "sweeper_state");

            migrationBuilder.DropIndex(
                name: "ix_contracts_bids",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "constellation_id",
                table: "solar_systems");

            migrationBuilder.DropColumn(
                name: "region_id",
                table: "solar_systems");

            migrationBuilder.DropColumn(
                name: "bids_attempts",
                table: "contracts");
        }
    }
}
