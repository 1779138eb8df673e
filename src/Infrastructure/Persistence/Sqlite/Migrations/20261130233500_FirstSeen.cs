using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FirstSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "first_seen_at",
                table: "contracts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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
