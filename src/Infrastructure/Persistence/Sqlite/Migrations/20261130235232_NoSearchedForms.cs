using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NoSearchedForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Written out, because EF would copy each table into a new one, outside a transaction.
            migrationBuilder.Sql("ALTER TABLE solar_systems DROP COLUMN name_search;");
            migrationBuilder.Sql("ALTER TABLE locations DROP COLUMN name_search;");
            migrationBuilder.Sql("ALTER TABLE contracts DROP COLUMN title_search;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_search",
                table: "solar_systems",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "name_search",
                table: "locations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "title_search",
                table: "contracts",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            // As near to the earlier form as the engine comes.
            migrationBuilder.Sql("UPDATE contracts SET title_search = lower(title);");
            migrationBuilder.Sql("UPDATE locations SET name_search = lower(name) WHERE name IS NOT NULL;");
            migrationBuilder.Sql("UPDATE solar_systems SET name_search = (SELECT lower(group_concat(n.value, char(10))) FROM json_each(name) AS n);");
        }
    }
}
