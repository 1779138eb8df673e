using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.AspNetCore.Http;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary><c>GET /sandbox/truth</c>: <see cref="PublicMarket.Truth"/> as one JSON object a line.</summary>
internal static class TruthEndpoint
{
    private static readonly byte[] EndOfLine = [(byte)'\n'];

    public static async Task SendAsync(HttpContext http, PublicMarket market, IReadOnlyList<int> regions)
    {
        http.Response.ContentType = "application/x-ndjson";
        foreach (var contract in regions.SelectMany(market.Truth))
        {
            await http.Response.Body.WriteAsync(Line(contract), http.RequestAborted);
            await http.Response.Body.WriteAsync(EndOfLine, http.RequestAborted);
        }
    }

    private static byte[] Line(ContractTruth listed) => JsonText.Bytes(listed, (writer, truth) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("region_id"u8, truth.Terms.RegionId);
        writer.Instant("as_of"u8, truth.AsOf);
        writer.WriteBoolean("open"u8, truth.IsOpen);
        writer.WritePropertyName("contract"u8);
        ListRows.Write(writer, truth.Terms, truth.AsOf);
        writer.WritePropertyName("items"u8);
        EsiRows.Write(writer, truth.Lines);
        writer.WritePropertyName("bids"u8);
        EsiRows.Write(writer, truth.Bids);
        writer.WriteEndObject();
    });
}
