using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LineNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Names only: nothing is copied or built anew. Indexes follow the columns that they hold and are filtered by.
            migrationBuilder.RenameTable(name: "contract_items", newName: "contract_lines");
            migrationBuilder.Sql("ALTER TABLE contract_lines RENAME CONSTRAINT pk_contract_items TO pk_contract_lines;");
            migrationBuilder.Sql("ALTER TABLE contract_lines RENAME CONSTRAINT fk_contract_items_contracts_contract_id TO fk_contract_lines_contracts_contract_id;");
            migrationBuilder.RenameColumn(name: "items_state", table: "contracts", newName: "lines_state");
            migrationBuilder.RenameColumn(name: "items_attempts", table: "contracts", newName: "lines_attempts");
            migrationBuilder.RenameColumn(name: "items_next_attempt_at", table: "contracts", newName: "lines_next_attempt_at");
            migrationBuilder.RenameColumn(name: "items_per_minute", table: "sweeper_state", newName: "line_reads_per_minute");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(name: "line_reads_per_minute", table: "sweeper_state", newName: "items_per_minute");
            migrationBuilder.RenameColumn(name: "lines_next_attempt_at", table: "contracts", newName: "items_next_attempt_at");
            migrationBuilder.RenameColumn(name: "lines_attempts", table: "contracts", newName: "items_attempts");
            migrationBuilder.RenameColumn(name: "lines_state", table: "contracts", newName: "items_state");
            migrationBuilder.Sql("ALTER TABLE contract_lines RENAME CONSTRAINT fk_contract_lines_contracts_contract_id TO fk_contract_items_contracts_contract_id;");
            migrationBuilder.Sql("ALTER TABLE contract_lines RENAME CONSTRAINT pk_contract_lines TO pk_contract_items;");
            migrationBuilder.RenameTable(name: "contract_lines", newName: "contract_items");
        }
    }
}
