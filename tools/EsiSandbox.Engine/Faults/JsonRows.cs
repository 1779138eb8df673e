using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Engine.Faults;

internal static class JsonRows
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonArray rows) => JsonSerializer.SerializeToUtf8Bytes(rows, AsSent);
}
