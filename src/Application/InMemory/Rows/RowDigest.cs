using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Digests a contract with its lines to one number, which is equal in all processes that hold the same data. The market's digest is the sum
/// of the numbers of all contracts, in any order. So a change costs only the digests of the changed rows.
/// </summary>
internal sealed class RowDigest
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    public ulong Of(ContractId id, in VisibleContract contract, in ContractGoods goods, ReadOnlySpan<LineKind> kinds, Func<int, int> typeOf)
    {
        _length = 0;
        Add(id.Value);
        Add(contract.RegionId.Value);
        Add((int)contract.Type);
        Add(contract.Title);
        Add(contract.IssuerId.Value);
        Add(contract.IssuerCorporationId.Value);
        Add(contract.ForCorporation ? 1 : 0);
        Add(contract.StartLocationId?.Value);
        Add(contract.EndLocationId?.Value);
        Add(contract.Price);
        Add(contract.Buyout);
        Add(contract.Collateral);
        Add(contract.Reward);
        Add(contract.CurrentBid);
        Add(contract.PriceNow);
        Add(contract.Volume);
        Add(contract.RewardPerVolume);
        Add(contract.DaysToComplete);
        Add(contract.DateIssued.ToUnixTimeMilliseconds());
        Add(contract.DateExpired.ToUnixTimeMilliseconds());
        Add(contract.FirstSeenAt.ToUnixTimeMilliseconds());
        Add((int)contract.LinesState);
        Add((int)contract.HeadlineKind);
        Add(contract.HeadlineTypeId?.Value);
        Add(contract.HeadlineQuantity);
        Add(contract.ShipName);
        foreach (var category in contract.Composition?.Categories ?? [])
        {
            Add(category.CategoryId?.Value);
            Add(category.Lines);
            Add(goods.Lot?.Of(category.CategoryId));
        }

        Add(contract.BlueprintCopyCount);
        Add(contract.BlueprintRuns);
        Add(contract.BlueprintMaterialEfficiency);
        Add(contract.BlueprintTimeEfficiency);
        Add((contract.IsShipContract ? 1 : 0) + (contract.IsBlueprintCopyContract ? 2 : 0) + (contract.IsWantToBuy ? 4 : 0));
        Add(contract.BidCount);
        Add((int)goods.Form + (goods.AsksForItems ? 4 : 0));
        Add(goods.UnitPrice);
        Add(goods.Blueprints?.CopyCount);
        Add(goods.Blueprints?.OriginalCount);
        var row = XxHash3.HashToUInt64(_bytes.AsSpan(0, _length));

        // The lines have no fixed order, so their digests are summed.
        var lines = 0UL;
        foreach (var kind in kinds) lines += OfLine(kind, typeOf(kind.Type));
        return unchecked((row * 31) + lines);
    }

    private ulong OfLine(in LineKind kind, int type)
    {
        _length = 0;
        Add(type);
        Add(kind.CategoryId?.Value);
        Add(kind.GroupId?.Value);
        Add((kind.IsOffered ? 1 : 0) + (kind.IsCopy ? 2 : 0));
        Add(kind.Runs);
        Add(kind.MaterialEfficiency);
        Add(kind.TimeEfficiency);
        return XxHash3.HashToUInt64(_bytes.AsSpan(0, _length));
    }

    private void Add(Isk? amount) => Add(amount?.Hundredths);

    private void Add(double? number) => Add(number is { } known ? BitConverter.DoubleToInt64Bits(known + 0.0) : null);

    private void Add(string? text)
    {
        Add(text?.Length);
        Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private void Add(long? number)
    {
        // The first byte distinguishes null from every number.
        Span<byte> bytes = stackalloc byte[sizeof(long) + 1];
        bytes[0] = number is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number ?? 0);
        Add(bytes);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
