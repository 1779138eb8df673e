using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class FirstSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_seen_at",
                table: "contracts",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));
            migrationBuilder.Sql("ALTER TABLE contracts ALTER COLUMN first_seen_at DROP DEFAULT;");

            // Nobody dated these contracts. No process has read the column yet, so the market's version stays.
            migrationBuilder.Sql("UPDATE contracts SET first_seen_at = date_issued;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "first_seen_at",
                table: "contracts");
        }
    }
}
