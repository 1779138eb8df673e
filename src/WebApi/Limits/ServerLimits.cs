using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HangarBay.WebApi.Limits;

/// <summary>What the web server accepts before any code of this application runs. All of it is far more than a browser sends.</summary>
internal static class ServerLimits
{
    private const int Kibibyte = 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // Room for some 400 ids in a query, twice what a parameter may have.
        kestrel.Limits.MaxRequestLineSize = 8 * Kibibyte;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * Kibibyte;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestBodySize = 64 * Kibibyte;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
