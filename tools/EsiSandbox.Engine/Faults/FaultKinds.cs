using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>The faults by their name in <c>/sandbox/faults</c>, with the parameters of each.</summary>
internal static class FaultKinds
{
    public static readonly IReadOnlyDictionary<string, (string Parameters, Func<ControlParameters, Fault> Make)> All =
        new Dictionary<string, (string, Func<ControlParameters, Fault>)>
        {
            ["latency"] = ("ms", p => new LatencyFault(TimeSpan.FromMilliseconds(p.Int("ms") ?? 1000))),
            ["status"] = ("code", p => new StatusFault(p.Int("code") ?? 503)),
            ["shift"] = ("rows", p => new ShiftFault(p.Int("rows") ?? 1)),
            ["torn"] = ("", _ => new TornFault()),
            ["truncated"] = ("mode=length|chunked", p => new TruncatedFault(p.Text("mode") == "chunked")),
            ["malformed"] = ("row=" + string.Join('|', Enum.GetNames<RowDamage>()), p => new MalformedFault(p.Enum<RowDamage>("row"))),
            ["html"] = ("", _ => new HtmlFault()),
            ["emptypage"] = ("", _ => new EmptyPageFault()),
            ["notmodified"] = ("", _ => new NotModifiedFault()),
            ["bigpage"] = ("rows", p => new BigPageFault(p.Int("rows") ?? 5000)),
            ["missingtype"] = ("id", p => new MissingTypeFault(p.Int("id"))),
            ["missingname"] = ("id", p => new MissingNameFault(p.Long("id") ?? throw new ControlException("A missing name needs an id."))),
            ["errorlimit"] = ("seconds", p => new ErrorLimitFault(TimeSpan.FromSeconds(p.Int("seconds") ?? 60))),
            ["ratelimit"] = ("seconds", p => new RateLimitFault(p.Int("seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null)),
            ["stall"] = ("", _ => new StallFault()),
            ["skew"] = ("seconds", p => new SkewFault(TimeSpan.FromSeconds(p.Int("seconds") ?? 1))),
            ["downtime"] = ("seconds, errors", p => new DowntimeFault(TimeSpan.FromSeconds(p.Int("seconds") ?? 60), TimeSpan.FromSeconds(p.Int("errors") ?? 0))),
            ["clock"] = ("seconds", p => new ClockFault(TimeSpan.FromSeconds(p.Int("seconds") ?? 60))),
        };

    public static Fault Make(ControlParameters parameters)
    {
        var kind = parameters.Text("kind") ?? "";
        if (!All.TryGetValue(kind, out var known))
            throw new ControlException($"There is no fault '{kind}'; there are {string.Join(", ", All.Keys)}.");
        return known.Make(parameters) with
        {
            Path = parameters.Text("path"),
            Region = parameters.Int("region"),
            Page = parameters.Int("page"),
            Count = parameters.Int("count"),
        };
    }
}
