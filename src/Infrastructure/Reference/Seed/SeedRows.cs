using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Reference.Seed;

/// <summary>A line as it is in the archive, small enough to be buffered in large numbers.</summary>
internal readonly record struct SeedLine(
    long RecordId, int TypeId, long Quantity, bool IsIncluded, bool IsBlueprintCopy, int? Runs, int? MaterialEfficiency, int? TimeEfficiency, long? ItemId)
{
    public static SeedLine Read(SeedRow row) => new(
        row.Need("record_id", row.Long("record_id")), row.Need("type_id", row.Int("type_id")), row.Need("quantity", row.Long("quantity")),
        row.Bool("is_included"), row.Bool("is_blueprint_copy"), row.Int("runs"), row.Int("material_efficiency"), row.Int("time_efficiency"),
        row.Long("item_id"));

    public static SeedLine Read(BinaryReader reader) => new(
        reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadBoolean(), reader.ReadBoolean(),
        ReadInt(reader), ReadInt(reader), ReadInt(reader), reader.ReadBoolean() ? reader.ReadInt64() : null);

    public static void Write(BinaryWriter writer, SeedLine line)
    {
        writer.Write(line.RecordId);
        writer.Write(line.TypeId);
        writer.Write(line.Quantity);
        writer.Write(line.IsIncluded);
        writer.Write(line.IsBlueprintCopy);
        WriteInt(writer, line.Runs);
        WriteInt(writer, line.MaterialEfficiency);
        WriteInt(writer, line.TimeEfficiency);
        writer.Write(line.ItemId.HasValue);
        if (line.ItemId is { } item) writer.Write(item);
    }

    /// <exception cref="DomainException">The values are not a valid line.</exception>
    public ContractLine ToLine(ContractId contract) => new(
        contract, RecordId, new TypeId(TypeId), Quantity, IsIncluded, IsBlueprintCopy, Runs, MaterialEfficiency, TimeEfficiency, ItemId);

    private static int? ReadInt(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadInt32() : null;

    private static void WriteInt(BinaryWriter writer, int? value)
    {
        writer.Write(value.HasValue);
        if (value is { } number) writer.Write(number);
    }
}

/// <summary>A bid as it is in the archive.</summary>
internal readonly record struct SeedBid(long BidId, decimal Amount, DateTimeOffset PlacedAt)
{
    public static SeedBid Read(SeedRow row) => new(
        row.Need("bid_id", row.Long("bid_id")), row.Need("amount", row.Decimal("amount")), row.Need("date_bid", row.Instant("date_bid")));

    public static SeedBid Read(BinaryReader reader) => new(
        reader.ReadInt64(), reader.ReadDecimal(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));

    public static void Write(BinaryWriter writer, SeedBid bid)
    {
        writer.Write(bid.BidId);
        writer.Write(bid.Amount);
        writer.Write(bid.PlacedAt.UtcTicks);
    }

    /// <exception cref="DomainException">The values are not a valid bid.</exception>
    public AuctionBid ToBid(ContractId contract) => new(contract, BidId, Isk.Of(Amount), PlacedAt);
}

/// <summary>A row of <c>contracts.csv</c>: the row of ESI's list, and the region that listed it.</summary>
internal static class SeedContracts
{
    public static SeededContract Read(SeedRow row)
    {
        var type = EsiWords.TypeOf(row.Text("type"));
        var contract = new ListedContract
        {
            Id = new ContractId(row.Need("contract_id", row.Long("contract_id"))),
            Type = type ?? ContractType.Unknown,
            IssuerId = new CharacterId(row.Need("issuer_id", row.Long("issuer_id"))),
            IssuerCorporationId = new CorporationId(row.Need("issuer_corporation_id", row.Long("issuer_corporation_id"))),
            ForCorporation = row.Bool("for_corporation"),
            Title = row.Text("title"),
            StartLocationId = row.Long("start_location_id") is { } start ? new LocationId(start) : null,
            EndLocationId = row.Long("end_location_id") is { } end ? new LocationId(end) : null,
            Price = row.Decimal("price"),
            Buyout = row.Decimal("buyout"),
            Collateral = row.Decimal("collateral"),
            Reward = row.Decimal("reward"),
            Volume = row.Double("volume"),
            DaysToComplete = row.Int("days_to_complete"),
            DateIssued = row.Need("date_issued", row.Instant("date_issued")),
            DateExpired = row.Need("date_expired", row.Instant("date_expired")),
        };
        return new SeededContract(contract, new RegionId(row.Need("region_id", row.Int("region_id"))), type is null);
    }
}
