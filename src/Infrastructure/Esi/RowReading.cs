using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Esi;

/// <summary>Converts rows to the port's types, one at a time: one bad row never stops a page (M9).</summary>
internal static class RowReading
{
    private const int MaxTypeLength = 50;

    /// <exception cref="JsonException">The body is not JSON, or is cut short.</exception>
    /// <exception cref="AttemptFailedException">The body is not a list.</exception>
    public static List<Row<T>> ReadAll<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        var rows = new List<Row<T>>();
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw EsiReply.Unreadable("ESI's answer is not a list.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) rows.Add(ReadOne(ref reader, type));

        // Nothing but white space may follow.
        while (reader.Read())
        {
        }

        return rows;
    }

    private static Row<T> ReadOne<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type)
    {
        var start = reader;
        try
        {
            if (JsonSerializer.Deserialize(ref reader, type) is { } value) return new Row<T>(value, null, default);
            return new Row<T>(default, "The row is not an object.", default);
        }
        catch (JsonException exception)
        {
            // This throws as well if the JSON itself is broken, and not only the row.
            reader = start;
            var element = JsonElement.ParseValue(ref reader);
            var flaw = element.ValueKind == JsonValueKind.Object ? Describe(element, type, exception) : "The row is not an object.";
            return new Row<T>(default, flaw, element);
        }
    }

    /// <summary>The row if it was read, else the rejected row. Exactly one of the two is null.</summary>
    public static (ListedRow? Row, RejectedRow? Rejected) ToListed(Row<EsiContractRow> row) =>
        row.Value is { } read ? (ToListed(read), null) : (null, new RejectedRow(IdOf(row.Element), row.Flaw!));

    private static ListedRow ToListed(EsiContractRow row)
    {
        var type = EsiWords.TypeOf(row.Type);
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

    /// <summary>The text without control characters, cut to a length, but never within a surrogate pair.</summary>
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
