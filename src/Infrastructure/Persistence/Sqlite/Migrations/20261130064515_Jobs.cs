using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "refusal",
                table: "sweeper_state",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sync_jobs",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false),
                    took = table.Column<double>(type: "REAL", nullable: false),
                    next_due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failures_in_row = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sync_jobs", x => x.name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sync_jobs");

            migrationBuilder.DropColumn(
                name: "refusal",
                table: "sweeper_state");
        }
    }
}
