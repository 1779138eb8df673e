using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Contracts;

/// <summary>
/// One row of a region's list as ESI sent it (<c>GET /contracts/public/{region_id}</c>), before any rule is applied. Null means absent; ISK
/// amounts are decimals; <see cref="Volume"/> is in cubic metres.
/// </summary>
public sealed record ListedContract
{
    private const int FixedBytes = 14 * (1 + sizeof(long));
    private const int LongestTitle = 4 * Contract.MaxTitleLength;

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
    /// A hash of all fields that matter. A row whose fingerprint is unchanged need not be written again (M3). An auction's coarse dates are
    /// left out, because they move with every generation.
    /// </summary>
    public long Fingerprint()
    {
        var fields = new Fields(stackalloc byte[FixedBytes + (4 * LongestTitle)]);
        fields.Add((long)Type);
        fields.Add(IssuerId.Value);
        fields.Add(IssuerCorporationId.Value);
        fields.Add(ForCorporation ? 1 : 0);
        fields.Add(StartLocationId?.Value);
        fields.Add(EndLocationId?.Value);
        fields.Add(Hundredths(Price));
        fields.Add(Hundredths(Buyout));
        fields.Add(Hundredths(Collateral));
        fields.Add(Hundredths(Reward));
        fields.Add(Volume is { } volume ? BitConverter.DoubleToInt64Bits(volume) : null);
        fields.Add(DaysToComplete);
        fields.Add(Type.HasCoarseDates() ? null : DateIssued.UtcTicks);
        fields.Add(Type.HasCoarseDates() ? null : DateExpired.UtcTicks);
        fields.Add(Title);
        return fields.Hash();
    }

    /// <summary>In hundredths 5.0 and 5 are the same amount.</summary>
    private static long? Hundredths(decimal? amount) => amount is { } isk && Isk.TryOf(isk, out var kept) ? kept.Hundredths : null;

    /// <summary>Every field has a fixed place, so that two different rows never give the same bytes.</summary>
    private ref struct Fields(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public void Add(long? value)
        {
            _buffer[_length] = value is null ? (byte)0 : (byte)1;
            BinaryPrimitives.WriteInt64LittleEndian(_buffer[(_length + 1)..], value ?? 0);
            _length += 1 + sizeof(long);
        }

        /// <summary>The text beyond <see cref="LongestTitle"/> is left out, because it is not stored either.</summary>
        public void Add(string? text)
        {
            var kept = text.AsSpan();
            _length += Encoding.UTF8.GetBytes(kept.Length > LongestTitle ? kept[..LongestTitle] : kept, _buffer[_length..]);
        }

        public readonly long Hash()
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(_buffer[.._length], hash);
            return BinaryPrimitives.ReadInt64LittleEndian(hash);
        }
    }
}
