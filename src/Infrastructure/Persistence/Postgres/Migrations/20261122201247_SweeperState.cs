using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
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
                    id = table.Column<int>(type: "integer", nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    paused_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reading_paused_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_groups = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    errors_remaining = table.Column<int>(type: "integer", nullable: true),
                    in_flight = table.Column<int>(type: "integer", nullable: false),
                    items_per_minute = table.Column<double>(type: "double precision", nullable: true)
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
