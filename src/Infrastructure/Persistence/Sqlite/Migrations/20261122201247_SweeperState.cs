using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SweeperState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sweeper_state");
        }
    }
}
