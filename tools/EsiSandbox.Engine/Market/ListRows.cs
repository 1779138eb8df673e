using System.Text.Json;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The rows of a list page, with keys in ESI's order. Keys that ESI leaves out are left out.</summary>
internal static class ListRows
{
    public static byte[] Write(ContractTerms[] contracts, DateTimeOffset instant) => JsonText.Bytes((contracts, instant), (writer, page) =>
    {
        writer.WriteStartArray();
        foreach (var contract in page.contracts)
            Write(writer, contract, page.instant);
        writer.WriteEndArray();
    });

    public static DateTimeOffset Issued(ContractTerms contract) =>
        contract.IsAuction ? new(contract.Issued.UtcDateTime.Date, TimeSpan.Zero) : contract.Issued;

    /// <param name="instant">The time of the list's generation.</param>
    public static DateTimeOffset Expires(ContractTerms contract, DateTimeOffset instant) =>
        contract.IsAuction ? Coarse(contract.Expires, instant) : contract.Expires;

    public static void Write(Utf8JsonWriter writer, ContractTerms contract, DateTimeOffset instant)
    {
        writer.WriteStartObject();
        if (contract.IsAuction)
            writer.Double("buyout"u8, contract.Buyout);
        else
            writer.Double("collateral"u8, contract.Collateral);
        writer.WriteNumber("contract_id"u8, contract.Id);
        writer.Instant("date_expired"u8, Expires(contract, instant));
        writer.Instant("date_issued"u8, Issued(contract));
        writer.WriteNumber("days_to_complete"u8, contract.Days);
        writer.WriteNumber("end_location_id"u8, contract.End);
        if (contract.ForCorporation)
            writer.WriteBoolean("for_corporation"u8, true);
        writer.WriteNumber("issuer_corporation_id"u8, contract.CorporationId);
        writer.WriteNumber("issuer_id"u8, contract.IssuerId);
        writer.Double("price"u8, contract.Price);
        writer.Double("reward"u8, contract.Reward);
        writer.WriteNumber("start_location_id"u8, contract.Start);
        writer.WriteString("title"u8, contract.Title);
        writer.WriteString("type"u8, contract.Type);
        writer.Double("volume"u8, contract.Volume);
        writer.WriteEndObject();
    }

    /// <summary>The game hides the exact end of an auction. It gives the list's instant plus two hours, a day or whole days.</summary>
    private static DateTimeOffset Coarse(DateTimeOffset expires, DateTimeOffset instant)
    {
        var left = expires - instant;
        if (left > TimeSpan.FromDays(1))
            return instant.AddDays(Math.Ceiling(left.TotalDays));
        return left > TimeSpan.FromHours(2) ? instant.AddDays(1) : instant.AddHours(2);
    }
}
