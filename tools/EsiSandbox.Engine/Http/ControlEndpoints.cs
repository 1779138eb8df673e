using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>What ESI does not have: a look at the sandbox and a hand on it, under <c>/sandbox</c>.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder app, Sandbox sandbox)
    {
        var group = app.MapGroup("/sandbox");
        group.MapGet("/", (HttpContext http) => State(sandbox, http));
    }

    private static Task State(Sandbox sandbox, HttpContext http) => http.Response.WriteAsJsonAsync(new { identity = sandbox.Identity });
}
