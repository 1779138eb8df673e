using System.Threading.RateLimiting;
using HangarBay.WebApi.Limits;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// Limits how many exports run at once, in all and to one for each client, because an export may read the whole market. More are refused
/// with 503. A client that hardly reads its export is cut off.
/// </summary>
internal sealed class ExportSlots(IOptions<ApiOptions> options) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly MinDataRate _leastPace = new(options.Value.ExportPace, options.Value.ExportGrace);

    private readonly PartitionedRateLimiter<HttpContext> _slots = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, int>(http => RateLimitPartition.GetConcurrencyLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = 1 })),
        PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetConcurrencyLimiter(0, _ => new() { PermitLimit = options.Value.ConcurrentExports })));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var slot = _slots.AttemptAcquire(http);
        // Frees the slot however the request ends.
        http.Response.RegisterForDispose(slot);
        if (slot.IsAcquired && http.Features.Get<IHttpMinResponseDataRateFeature>() is { } pace) pace.MinDataRate = _leastPace;
        if (slot.IsAcquired) return new Holding(slot, (IResult)(await next(context))!);

        await http.RefuseAsync(StatusCodes.Status503ServiceUnavailable, "An export for this address is already running, or the server runs as many exports as it allows; see Retry-After.", RetryAfter);
        return Results.Empty;
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>
    /// Holds the slot while the answer is sent, which is after the filter. The slot is free again before the client sees the end.
    /// </summary>
    private sealed class Holding(RateLimitLease slot, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            try
            {
                await answer.ExecuteAsync(httpContext);
            }
            finally
            {
                slot.Dispose();
            }
        }
    }
}
