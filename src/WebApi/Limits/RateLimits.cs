using System.Threading.RateLimiting;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>Limits how many requests one client may send, whatever it asks for.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            var limit = options.Value;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(http => limit.PermitLimit == 0
                ? RateLimitPartition.GetNoLimiter(0)
                : RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(http), _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = limit.PermitLimit,
                    Window = limit.Window,
                    SegmentsPerWindow = limit.Segments,
                }));
            limiter.OnRejected = (context, _) => new ValueTask(context.HttpContext.RefuseAsync(
                StatusCodes.Status429TooManyRequests,
                $"This address has sent {limit.PermitLimit} requests within {limit.Window.TotalSeconds:0} seconds; see Retry-After.",
                context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : limit.Window / limit.Segments));
        });
    }
}
