using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndexRetries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_item_types_nameless",
                table: "item_types",
                column: "read_at",
                filter: "name IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_set_aside",
                table: "contracts",
                column: "items_next_attempt_at",
                filter: "items_state = 'SetAside' AND closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_item_types_nameless",
                table: "item_types");

            migrationBuilder.DropIndex(
                name: "ix_contracts_set_aside",
                table: "contracts");
        }
    }
}
