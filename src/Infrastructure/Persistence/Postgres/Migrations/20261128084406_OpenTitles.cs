using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OpenTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contracts_title_trigrams",
                table: "contracts");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_titles",
                table: "contracts",
                column: "title_search",
                filter: "closed_at IS NULL AND title_search <> ''")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contracts_open_titles",
                table: "contracts");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_title_trigrams",
                table: "contracts",
                column: "title_search")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
