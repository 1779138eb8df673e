using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Counting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contracts_open_date_issued",
                table: "contracts");

            migrationBuilder.AddColumn<long>(
                name: "price_now",
                table: "contracts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "open_tallies",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_ship_contract = table.Column<bool>(type: "boolean", nullable: false),
                    items_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_tallies", x => new { x.region_id, x.type, x.is_ship_contract, x.items_state });
                });

            migrationBuilder.Sql("UPDATE contracts SET price_now = COALESCE(current_bid, price);");
            migrationBuilder.Sql(
                "INSERT INTO open_tallies (region_id, type, is_ship_contract, items_state, count) " +
                "SELECT region_id, type, is_ship_contract, items_state, COUNT(*) FROM contracts WHERE closed_at IS NULL " +
                "GROUP BY region_id, type, is_ship_contract, items_state;");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_date_issued",
                table: "contracts",
                columns: new[] { "date_issued", "contract_id", "date_expired" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_segments",
                table: "contracts",
                columns: new[] { "date_expired", "type", "is_ship_contract", "items_state", "region_id", "contract_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_ships_price",
                table: "contracts",
                columns: new[] { "price_now", "contract_id", "date_expired", "type", "is_ship_contract", "items_state" },
                filter: "closed_at IS NULL AND is_ship_contract");

            migrationBuilder.CreateIndex(
                name: "ix_contract_items_terms",
                table: "contract_items",
                columns: new[] { "material_efficiency", "runs", "time_efficiency", "contract_id" },
                filter: "is_included AND material_efficiency IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "open_tallies");

            migrationBuilder.DropIndex(
                name: "ix_contracts_open_date_issued",
                table: "contracts");

            migrationBuilder.DropIndex(
                name: "ix_contracts_open_segments",
                table: "contracts");

            migrationBuilder.DropIndex(
                name: "ix_contracts_open_ships_price",
                table: "contracts");

            migrationBuilder.DropIndex(
                name: "ix_contract_items_terms",
                table: "contract_items");

            migrationBuilder.DropColumn(
                name: "price_now",
                table: "contracts");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_date_issued",
                table: "contracts",
                columns: new[] { "date_issued", "contract_id" },
                filter: "closed_at IS NULL");
        }
    }
}
