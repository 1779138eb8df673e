using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>How long an answer may take.</summary>
internal static class TimeLimits
{
    public const string Export = "export";

    public static void AddTimeLimits(this IServiceCollection services)
    {
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ApiOptions>>((timeouts, api) =>
        {
            timeouts.DefaultPolicy = Policy(api.Value.RequestTimeout);
            timeouts.AddPolicy(Export, Policy(api.Value.ExportTimeout));
        });
    }

    private static RequestTimeoutPolicy Policy(TimeSpan limit) => new()
    {
        Timeout = limit,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = http => http.RefuseAsync(
            StatusCodes.Status503ServiceUnavailable, "The request took too long, so the server cancelled it; ask for less, or try again later.", TimeSpan.FromSeconds(5)),
    };
}
