using System.Threading.RateLimiting;
using HangarBay.WebApi.Limits;
using HangarBay.WebApi.Problems;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// So many exports at once and no more: each reads the whole market if it is asked to. Whoever comes too late is refused
/// with 503, as it is this server that is busy and not they who asked too often.
/// </summary>
internal sealed class ExportSlots(IOptions<ApiOptions> options) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrencyLimiter _slots = new(new ConcurrencyLimiterOptions { PermitLimit = options.Value.ConcurrentExports });

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var slot = _slots.AttemptAcquire();
        // However the request ends.
        http.Response.RegisterForDispose(slot);
        if (slot.IsAcquired) return new Holding(slot, (IResult)(await next(context))!);

        await http.RefuseAsync(StatusCodes.Status503ServiceUnavailable, "As many exports as this server allows are running; see Retry-After.", RetryAfter);
        return Results.Empty;
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>The answer is sent after the filter; the slot is free again before the asker sees its end.</summary>
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
