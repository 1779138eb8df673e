using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HangarBay.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "characters",
                columns: table => new
                {
                    character_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_characters", x => x.character_id);
                });

            migrationBuilder.CreateTable(
                name: "contracts",
                columns: table => new
                {
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_search = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issuer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    issuer_corporation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    for_corporation = table.Column<bool>(type: "INTEGER", nullable: false),
                    start_location_id = table.Column<long>(type: "INTEGER", nullable: true),
                    end_location_id = table.Column<long>(type: "INTEGER", nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: true),
                    buyout = table.Column<long>(type: "INTEGER", nullable: true),
                    collateral = table.Column<long>(type: "INTEGER", nullable: true),
                    reward = table.Column<long>(type: "INTEGER", nullable: true),
                    volume = table.Column<double>(type: "REAL", nullable: true),
                    reward_per_volume = table.Column<double>(type: "REAL", nullable: true),
                    days_to_complete = table.Column<int>(type: "INTEGER", nullable: true),
                    date_issued = table.Column<long>(type: "INTEGER", nullable: false),
                    date_expired = table.Column<long>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<long>(type: "INTEGER", nullable: false),
                    items_state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    items_attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    items_next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_seen = table.Column<bool>(type: "INTEGER", nullable: false),
                    headline_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    headline_type_id = table.Column<int>(type: "INTEGER", nullable: true),
                    ship_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    composition = table.Column<string>(type: "TEXT", nullable: true),
                    blueprint_copy_count = table.Column<int>(type: "INTEGER", nullable: false),
                    blueprint_runs = table.Column<int>(type: "INTEGER", nullable: true),
                    blueprint_material_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    blueprint_time_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    is_ship_contract = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_blueprint_copy_contract = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_want_to_buy = table.Column<bool>(type: "INTEGER", nullable: false),
                    current_bid = table.Column<long>(type: "INTEGER", nullable: true),
                    bid_count = table.Column<int>(type: "INTEGER", nullable: true),
                    bids_next_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contracts", x => x.contract_id);
                });

            migrationBuilder.CreateTable(
                name: "corporations",
                columns: table => new
                {
                    corporation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corporations", x => x.corporation_id);
                });

            migrationBuilder.CreateTable(
                name: "item_categories",
                columns: table => new
                {
                    category_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_categories", x => x.category_id);
                });

            migrationBuilder.CreateTable(
                name: "item_groups",
                columns: table => new
                {
                    group_id = table.Column<int>(type: "INTEGER", nullable: false),
                    category_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_groups", x => x.group_id);
                });

            migrationBuilder.CreateTable(
                name: "item_types",
                columns: table => new
                {
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    group_id = table.Column<int>(type: "INTEGER", nullable: true),
                    category_id = table.Column<int>(type: "INTEGER", nullable: true),
                    market_group_id = table.Column<int>(type: "INTEGER", nullable: true),
                    is_published = table.Column<bool>(type: "INTEGER", nullable: false),
                    volume = table.Column<double>(type: "REAL", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_types", x => x.type_id);
                });

            migrationBuilder.CreateTable(
                name: "locations",
                columns: table => new
                {
                    location_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    system_id = table.Column<int>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_locations", x => x.location_id);
                });

            migrationBuilder.CreateTable(
                name: "market_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_market_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region_id = table.Column<int>(type: "INTEGER", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarantine", x => new { x.subject, x.reason });
                });

            migrationBuilder.CreateTable(
                name: "region_coverage",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    next_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    last_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    last_attempt_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failures_in_row = table.Column<int>(type: "INTEGER", nullable: false),
                    held_generation = table.Column<long>(type: "INTEGER", nullable: true),
                    listed = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_coverage", x => x.region_id);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.region_id);
                });

            migrationBuilder.CreateTable(
                name: "solar_systems",
                columns: table => new
                {
                    system_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    security = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_solar_systems", x => x.system_id);
                });

            migrationBuilder.CreateTable(
                name: "auction_bids",
                columns: table => new
                {
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    bid_id = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_auction_bids", x => new { x.contract_id, x.bid_id });
                    table.ForeignKey(
                        name: "fk_auction_bids_contract_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "contract_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contract_items",
                columns: table => new
                {
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_id = table.Column<long>(type: "INTEGER", nullable: false),
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    is_included = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_blueprint_copy = table.Column<bool>(type: "INTEGER", nullable: false),
                    runs = table.Column<int>(type: "INTEGER", nullable: true),
                    material_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    time_efficiency = table.Column<int>(type: "INTEGER", nullable: true),
                    item_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_items", x => new { x.contract_id, x.record_id });
                    table.ForeignKey(
                        name: "fk_contract_items_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "contracts",
                        principalColumn: "contract_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "type_search_names",
                columns: table => new
                {
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_type_search_names", x => new { x.type_id, x.language });
                    table.ForeignKey(
                        name: "fk_type_search_names_item_types_type_id",
                        column: x => x.type_id,
                        principalTable: "item_types",
                        principalColumn: "type_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "region_pages",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    etag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    last_modified = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_ids = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_pages", x => new { x.region_id, x.number });
                    table.ForeignKey(
                        name: "fk_region_pages_region_coverage_region_id",
                        column: x => x.region_id,
                        principalTable: "region_coverage",
                        principalColumn: "region_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_items_type",
                table: "contract_items",
                columns: new[] { "type_id", "contract_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contracts_closed",
                table: "contracts",
                column: "closed_at",
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_date_issued",
                table: "contracts",
                columns: new[] { "date_issued", "contract_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_open_region",
                table: "contracts",
                columns: new[] { "region_id", "contract_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_pending",
                table: "contracts",
                column: "items_next_attempt_at",
                filter: "items_state = 'Pending' AND closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "auction_bids");

            migrationBuilder.DropTable(
                name: "characters");

            migrationBuilder.DropTable(
                name: "contract_items");

            migrationBuilder.DropTable(
                name: "corporations");

            migrationBuilder.DropTable(
                name: "item_categories");

            migrationBuilder.DropTable(
                name: "item_groups");

            migrationBuilder.DropTable(
                name: "locations");

            migrationBuilder.DropTable(
                name: "market_state");

            migrationBuilder.DropTable(
                name: "quarantine");

            migrationBuilder.DropTable(
                name: "region_pages");

            migrationBuilder.DropTable(
                name: "regions");

            migrationBuilder.DropTable(
                name: "solar_systems");

            migrationBuilder.DropTable(
                name: "type_search_names");

            migrationBuilder.DropTable(
                name: "contracts");

            migrationBuilder.DropTable(
                name: "region_coverage");

            migrationBuilder.DropTable(
                name: "item_types");
        }
    }
}
