using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Browsing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
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

            migrationBuilder.AddColumn<int>(
                name: "category_id",
                table: "contract_items",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "group_id",
                table: "contract_items",
                type: "integer",
                nullable: true);

            // What lines offer is told by the catalogue as it is known now; what is read from here on is classified as it comes.
            migrationBuilder.Sql("""
                UPDATE contract_items SET
                    category_id = (SELECT t.category_id FROM item_types AS t WHERE t.type_id = contract_items.type_id),
                    group_id = (SELECT t.group_id FROM item_types AS t WHERE t.type_id = contract_items.type_id)
                WHERE is_included;
                """);

            // As near to .NET's lower case as the engine comes; the next import of a name settles it.
            migrationBuilder.Sql("UPDATE locations SET name_search = lower(name) WHERE name IS NOT NULL;");
            migrationBuilder.Sql("UPDATE solar_systems SET name_search = (SELECT lower(string_agg(n.value, chr(10))) FROM json_each_text(name::json) AS n);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "name_search",
                table: "solar_systems");

            migrationBuilder.DropColumn(
                name: "name_search",
                table: "locations");

            migrationBuilder.DropColumn(
                name: "category_id",
                table: "contract_items");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "contract_items");
        }
    }
}
