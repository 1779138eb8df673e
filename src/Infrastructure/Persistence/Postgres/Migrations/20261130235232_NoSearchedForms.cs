using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class NoSearchedForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "name_search",
                table: "solar_systems");

            migrationBuilder.DropColumn(
                name: "name_search",
                table: "locations");

            migrationBuilder.DropColumn(
                name: "title_search",
                table: "contracts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_search",
                table: "solar_systems",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "name_search",
                table: "locations",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "title_search",
                table: "contracts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            // As near to the earlier form as the engine comes.
            migrationBuilder.Sql("UPDATE contracts SET title_search = lower(title);");
            migrationBuilder.Sql("UPDATE locations SET name_search = lower(name) WHERE name IS NOT NULL;");
            migrationBuilder.Sql("UPDATE solar_systems SET name_search = (SELECT lower(string_agg(n.value, chr(10))) FROM json_each_text(name::json) AS n);");
        }
    }
}
