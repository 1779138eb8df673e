using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// One row of a region's list as ESI sent it (<c>GET /contracts/public/{region_id}</c>), before any rule of ours.
/// Null means absent; ISK amounts as decimals; <see cref="Volume"/> in cubic metres.
/// </summary>
public sealed record ListedContract
{
    public required ContractId Id { get; init; }

    public required ContractType Type { get; init; }

    public required CharacterId IssuerId { get; init; }

    public required CorporationId IssuerCorporationId { get; init; }

    public bool ForCorporation { get; init; }

    public string? Title { get; init; }

    public LocationId? StartLocationId { get; init; }

    public LocationId? EndLocationId { get; init; }

    public decimal? Price { get; init; }

    public decimal? Buyout { get; init; }

    public decimal? Collateral { get; init; }

    public decimal? Reward { get; init; }

    public double? Volume { get; init; }

    public int? DaysToComplete { get; init; }

    public required DateTimeOffset DateIssued { get; init; }

    public required DateTimeOffset DateExpired { get; init; }

    /// <summary>Why this row cannot be kept, as a sentence without user text; null where it can (M9).</summary>
    public string? FindFlaw()
    {
        if (Id.Value is <= 0 or > ContractId.MaxValue) return "The contract id is out of range.";
        if (Volume is < 0 || (Volume is { } volume && !double.IsFinite(volume))) return "The volume is negative.";
        if (DaysToComplete is < 0) return "The days to complete are negative.";
        if (DateExpired < DateIssued) return "The contract expires before it was issued.";
        return Array.Exists([Price, Buyout, Collateral, Reward], amount => amount is { } isk && !Isk.TryOf(isk, out _))
            ? "An amount of ISK is negative or too large."
            : null;
    }

    /// <summary>
    /// A hash of all that matters about the row: two rows with the same fingerprint need no rewriting (M3). An auction's
    /// coarse dates are left out, as they move with every generation.
    /// </summary>
    public long Fingerprint()
    {
        var dates = Type.HasCoarseDates() ? "" : $"{DateIssued.UtcTicks}|{DateExpired.UtcTicks}";
        // G29 drops the trailing zeros that a decimal carries: 5.0 and 5 are one amount.
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Type}|{IssuerId}|{IssuerCorporationId}|{ForCorporation}|{StartLocationId}|{EndLocationId}|{Price:G29}|{Buyout:G29}|{Collateral:G29}|{Reward:G29}|{Volume:R}|{DaysToComplete}|{dates}|{Title}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
