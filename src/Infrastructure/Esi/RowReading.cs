using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Esi;

/// <summary>Turns rows into what the port promises, one at a time: one bad row never stops a page (M9).</summary>
internal static class RowReading
{
    private const int MaxTypeLength = 50;

    /// <summary>False with a reason, which holds nothing of the row but names of keys.</summary>
    public static bool TryRead<T>(
        JsonElement row, JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? flaw)
        where T : class
    {
        (value, flaw) = (null, null);
        try
        {
            value = row.ValueKind == JsonValueKind.Object ? row.Deserialize(type) : null;
            if (value is null) flaw = "The row is not an object.";
        }
        catch (JsonException e)
        {
            flaw = Describe(row, type, e);
        }

        return value is not null;
    }

    /// <summary>Exactly one of the two is null.</summary>
    public static (ListedRow? Row, RejectedRow? Rejected) ToListed(JsonElement row) =>
        TryRead(row, EsiJson.Default.ContractRow, out var read, out var flaw)
            ? (ToListed(read), null)
            : (null, new RejectedRow(IdOf(row), flaw));

    private static ListedRow ToListed(ContractRow row)
    {
        ContractType? type = row.Type switch
        {
            "item_exchange" => ContractType.ItemExchange,
            "auction" => ContractType.Auction,
            "courier" => ContractType.Courier,
            "loan" => ContractType.Loan,
            "unknown" => ContractType.Unknown,
            _ => null,
        };
        var contract = new ListedContract
        {
            Id = new ContractId(row.ContractId),
            Type = type ?? ContractType.Unknown,
            IssuerId = new CharacterId(row.IssuerId),
            IssuerCorporationId = new CorporationId(row.IssuerCorporationId),
            ForCorporation = row.ForCorporation ?? false,
            Title = row.Title,
            StartLocationId = row.StartLocationId is { } start ? new LocationId(start) : null,
            EndLocationId = row.EndLocationId is { } end ? new LocationId(end) : null,
            Price = row.Price,
            Buyout = row.Buyout,
            Collateral = row.Collateral,
            Reward = row.Reward,
            Volume = row.Volume,
            DaysToComplete = row.DaysToComplete,
            DateIssued = row.DateIssued,
            DateExpired = row.DateExpired,
        };
        return new ListedRow(contract, type is null ? Plain(row.Type, MaxTypeLength) : null);
    }

    /// <summary>Without control characters, cut to a length, never within a character.</summary>
    public static string Plain(string text, int length)
    {
        var plain = string.Concat(text.Where(c => !char.IsControl(c)));
        if (plain.Length <= length) return plain;
        return plain[..(char.IsHighSurrogate(plain[length - 1]) ? length - 1 : length)];
    }

    private static ContractId? IdOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("contract_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out var value)
            ? new ContractId(value)
            : null;

    private static string Describe(JsonElement row, JsonTypeInfo type, JsonException exception)
    {
        var missing = type.Properties.FirstOrDefault(property => property.IsRequired && !row.TryGetProperty(property.Name, out _));
        if (missing is not null) return $"{missing.Name} is missing.";

        var key = exception.Path?.TrimStart('$', '.');
        return string.IsNullOrEmpty(key) ? "The row cannot be read." : $"{key} is of the wrong kind, out of range or unreadable.";
    }
}
