using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MarketInMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "open_lines");

            migrationBuilder.DropTable(
                name: "open_tallies");

            migrationBuilder.DropTable(
                name: "type_search_names");

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
                name: "ix_contracts_open_titles",
                table: "contracts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "open_lines",
                columns: table => new
                {
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    category_id = table.Column<int>(type: "INTEGER", nullable: true),
                    date_expired = table.Column<long>(type: "INTEGER", nullable: false),
                    group_id = table.Column<int>(type: "INTEGER", nullable: true),
                    is_blueprint_copy = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_ship_contract = table.Column<bool>(type: "INTEGER", nullable: false),
                    material_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    runs = table.Column<int>(type: "INTEGER", nullable: true),
                    tells_terms = table.Column<bool>(type: "INTEGER", nullable: false),
                    time_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    type_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_lines", x => new { x.contract_id, x.record_id });
                });

            migrationBuilder.CreateTable(
                name: "open_tallies",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_ship_contract = table.Column<bool>(type: "INTEGER", nullable: false),
                    items_state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_tallies", x => new { x.region_id, x.type, x.is_ship_contract, x.items_state });
                });

            migrationBuilder.CreateTable(
                name: "type_search_names",
                columns: table => new
                {
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_type_search_names", x => new { x.type_id, x.language });
                    table.ForeignKey(
                        name: "fk_type_search_names_item_types_type_id",
                        column: x => x.type_id,
                        principalTable: "item_types",
                        principalColumn: "type_id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "ix_contracts_open_titles",
                table: "contracts",
                columns: new[] { "title_search", "closed_at" },
                filter: "closed_at IS NULL AND title_search <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_open_lines_terms",
                table: "open_lines",
                columns: new[] { "material_efficiency", "runs", "time_efficiency", "contract_id", "type", "is_ship_contract", "date_expired", "region_id" },
                filter: "tells_terms");

            migrationBuilder.CreateIndex(
                name: "ix_open_lines_type",
                table: "open_lines",
                columns: new[] { "type_id", "contract_id" });
        }
    }
}
