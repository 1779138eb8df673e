using System.Diagnostics;

namespace HangarBay.WebApi.Problems;

/// <summary>The request's W3C trace id, the same as in every log line about it.</summary>
internal static class TraceId
{
    public static string Of(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
