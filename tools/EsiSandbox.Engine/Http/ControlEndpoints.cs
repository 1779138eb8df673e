using HangarBay.EsiSandbox.Engine.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Routes under <c>/sandbox</c> that inspect and control the sandbox. ESI does not have them.</summary>
internal static class ControlEndpoints
{
    private static readonly string[] Help =
    [
        "GET /sandbox",
        "GET /sandbox/requests",
        "GET /sandbox/truth?region= (none: all; one JSON object a line)",
        "GET /sandbox/constant",
        "POST /sandbox/drop?region=&count=",
        "POST /sandbox/add?region=&count=&lines=",
        "POST /sandbox/generation?region= (none: all)",
        "POST /sandbox/faults?kind=&path=&region=&page=&count= (kinds below, with their own parameters)",
        "DELETE /sandbox/faults",
        "POST /sandbox/tokens?tokens=&window=&group=&routes=lists|items|bids|all (window in seconds; a token bucket instead of the error limit)",
        "DELETE /sandbox/tokens",
        "POST /sandbox/reset",
        .. FaultKinds.All.Select(kind => $"fault {kind.Key} {kind.Value.Parameters}".TrimEnd()),
    ];

    public static void Map(IEndpointRouteBuilder app, Sandbox sandbox)
    {
        var group = app.MapGroup("/sandbox");
        Handle("GET", "/", _ => State(sandbox));
        Handle("GET", "/requests", _ => Requests(sandbox.Requests));
        group.MapGet("/truth", (RequestDelegate)(http => TruthAsync(sandbox, http)));
        Handle("POST", "/drop", p => new { dropped = sandbox.Market.Drop(Region(sandbox, p), p.Int("count") ?? 1) });
        Handle("POST", "/add", p => new { added = sandbox.Market.Add(Region(sandbox, p), p.Int("count") ?? 1, p.Int("lines")) });
        Handle("POST", "/generation", p => TurnOver(sandbox, p));
        group.MapPost("/faults", (RequestDelegate)(http => AnswerAsync(http, p => AddFault(sandbox, p, http))));
        Handle("DELETE", "/faults", _ => ClearFaults(sandbox));
        Handle("POST", "/tokens", p => SetTokens(sandbox, p));
        Handle("DELETE", "/tokens", _ => ClearTokens(sandbox));
        Handle("POST", "/reset", _ => Reset(sandbox));

        void Handle(string method, string path, Func<ControlParameters, object> handle) =>
            group.MapMethods(path, [method], (RequestDelegate)(http => AnswerAsync(http, handle)));
    }

    private static async Task AnswerAsync(HttpContext http, Func<ControlParameters, object> handle)
    {
        if (await DoAsync(http, handle) is { } answer)
            await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }

    /// <summary>Runs a control call; null when it cannot be done and the caller was told why.</summary>
    private static async Task<T?> DoAsync<T>(HttpContext http, Func<ControlParameters, T> handle)
        where T : class
    {
        try
        {
            return handle(await ControlParameters.ReadAsync(http.Request));
        }
        catch (ControlException exception)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = exception.Message }, http.RequestAborted);
            return null;
        }
    }

    private static async Task TruthAsync(Sandbox sandbox, HttpContext http)
    {
        if (await DoAsync(http, p => p.Int("region") is null ? sandbox.Market.Regions : [Region(sandbox, p)]) is { } regions)
            await TruthEndpoint.SendAsync(http, sandbox.Market, regions);
    }

    private static object State(Sandbox sandbox)
    {
        var (remain, reset) = sandbox.Errors.Read();
        return new
        {
            identity = sandbox.Identity,
            source = sandbox.Options.RecordedDirectory is null ? "generated" : "recorded",
            seed = sandbox.Options.Seed,
            contracts = sandbox.Options.Contracts,
            generation_seconds = sandbox.Options.Generation.TotalSeconds,
            errors = new { remain, reset },
            tokens = Tokens(sandbox),
            regions = sandbox.Market.Regions,
            faults = sandbox.Faults.Active.Select(fault => fault.ToString()),
            help = Help,
        };
    }

    private static object Requests(RequestLog requests) => new
    {
        in_flight = requests.InFlight,
        most_in_flight = requests.MostInFlight,
        counts = requests.Counts.OrderBy(c => c.Key.Route, StringComparer.Ordinal).ThenBy(c => c.Key.Status)
            .Select(c => new { route = c.Key.Route, status = c.Key.Status, count = c.Value }),
        recent = requests.Recent.Select(r => new
        {
            at = r.At,
            method = r.Method,
            path = r.Path,
            route = r.Route,
            status = r.Status,
            if_none_match = r.IfNoneMatch,
            user_agent = r.UserAgent,
            expires = r.Expires,
            faults = r.Faults,
        }),
    };

    private static object TurnOver(Sandbox sandbox, ControlParameters parameters)
    {
        int[] regions = parameters.Int("region") is null ? [.. sandbox.Market.Regions] : [Region(sandbox, parameters)];
        foreach (var region in regions)
            sandbox.Market.TurnOver(region);
        return new { turned_over = regions };
    }

    private static object AddFault(Sandbox sandbox, ControlParameters parameters, HttpContext http)
    {
        var fault = FaultKinds.Make(parameters);
        if (fault is DowntimeFault downtime)
        {
            if (!sandbox.Downtime.IsPossible)
                throw new ControlException("This sandbox shares its server with others and cannot refuse connections.");
            fault = downtime with { Spared = http.Connection.Id };
            http.Response.Headers.Connection = "close";
        }

        sandbox.Faults.Add(fault);
        return new { added = fault.ToString() };
    }

    private static object ClearFaults(Sandbox sandbox)
    {
        sandbox.Faults.Clear();
        return new { faults = Array.Empty<string>() };
    }

    private static object SetTokens(Sandbox sandbox, ControlParameters parameters)
    {
        var bucket = new TokenBucketOptions(parameters.Int("tokens") ?? 0, TimeSpan.FromSeconds(parameters.Int("window") ?? 900));
        if (parameters.Text("group") is { } group)
            bucket = bucket with { Group = group };
        if (parameters.Text("routes") is not null)
            bucket = bucket with { Routes = parameters.Enum<ContractRoutes>("routes") };
        if (bucket.Mistake is { } mistake)
            throw new ControlException(mistake);
        sandbox.Tokens.Set(bucket);
        return new { tokens = Tokens(sandbox) };
    }

    private static object ClearTokens(Sandbox sandbox)
    {
        sandbox.Tokens.Clear();
        return new { tokens = Tokens(sandbox) };
    }

    private static IEnumerable<object> Tokens(Sandbox sandbox) => sandbox.Tokens.InForce.Select(bucket => new
    {
        group = bucket.Group,
        tokens = bucket.Tokens,
        window_seconds = bucket.Window.TotalSeconds,
        routes = bucket.Routes.ToString(),
    });

    private static object Reset(Sandbox sandbox)
    {
        sandbox.Reset();
        return State(sandbox);
    }

    private static int Region(Sandbox sandbox, ControlParameters parameters) =>
        parameters.Int("region") is { } region && sandbox.Market.Regions.Contains(region)
            ? region
            : throw new ControlException("'region' must be the id of a region that exists here.");
}
