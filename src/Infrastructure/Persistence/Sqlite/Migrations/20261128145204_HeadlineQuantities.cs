using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HeadlineQuantities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "headline_quantity",
                table: "contracts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(
                "UPDATE contracts SET headline_quantity = (SELECT SUM(l.quantity) FROM contract_items AS l WHERE l.contract_id = contracts.contract_id " +
                "AND l.type_id = contracts.headline_type_id AND l.is_included <> contracts.is_want_to_buy) WHERE headline_type_id IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "headline_quantity",
                table: "contracts");
        }
    }
}
