using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpenLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contract_items_terms",
                table: "contract_items");

            migrationBuilder.DropIndex(
                name: "ix_contract_items_type",
                table: "contract_items");

            migrationBuilder.CreateTable(
                name: "open_lines",
                columns: table => new
                {
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    category_id = table.Column<int>(type: "INTEGER", nullable: true),
                    group_id = table.Column<int>(type: "INTEGER", nullable: true),
                    is_blueprint_copy = table.Column<bool>(type: "INTEGER", nullable: false),
                    runs = table.Column<int>(type: "INTEGER", nullable: true),
                    material_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    time_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    tells_terms = table.Column<bool>(type: "INTEGER", nullable: false),
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_ship_contract = table.Column<bool>(type: "INTEGER", nullable: false),
                    date_expired = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_lines", x => new { x.contract_id, x.record_id });
                });

            migrationBuilder.Sql(
                "INSERT INTO open_lines (contract_id, record_id, type_id, category_id, group_id, is_blueprint_copy, runs, material_efficiency, " +
                "time_efficiency, tells_terms, region_id, type, is_ship_contract, date_expired) " +
                "SELECT l.contract_id, l.record_id, l.type_id, l.category_id, l.group_id, l.is_blueprint_copy, l.runs, l.material_efficiency, " +
                "l.time_efficiency, ROW_NUMBER() OVER (PARTITION BY l.contract_id, l.is_blueprint_copy, l.runs, l.material_efficiency, " +
                "l.time_efficiency ORDER BY l.record_id) = 1, c.region_id, c.type, c.is_ship_contract, c.date_expired " +
                "FROM (SELECT contract_id, MIN(record_id) AS record_id, type_id, category_id, group_id, is_blueprint_copy, runs, " +
                "material_efficiency, time_efficiency FROM contract_items WHERE is_included " +
                "GROUP BY contract_id, type_id, category_id, group_id, is_blueprint_copy, runs, material_efficiency, time_efficiency) AS l " +
                "JOIN contracts AS c ON c.contract_id = l.contract_id WHERE c.closed_at IS NULL;");

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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "open_lines");

            migrationBuilder.CreateIndex(
                name: "ix_contract_items_terms",
                table: "contract_items",
                columns: new[] { "material_efficiency", "runs", "time_efficiency", "contract_id" },
                filter: "is_included AND material_efficiency IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contract_items_type",
                table: "contract_items",
                columns: new[] { "type_id", "contract_id" });
        }
    }
}
