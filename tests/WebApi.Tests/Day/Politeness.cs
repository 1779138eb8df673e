using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>What a day's requests say of how ESI was treated; each answer is the list of offences.</summary>
internal sealed class Politeness(MarketDay day, IReadOnlyList<SeenRequest> requests)
{
    private const string Lists = "/contracts/public/{region_id}";
    private const string Items = "/contracts/public/items/{contract_id}";

    /// <summary>What was under way when a pause began may still arrive: a third of a second of real time.</summary>
    private TimeSpan UnderWay => TimeSpan.FromSeconds(0.35 * day.Clock.Factor);

    /// <summary>An answer that came broken may be asked for again at once (M2), and one that a process lost when it ended.</summary>
    private static readonly string[] Breaking = ["truncated", "html", "stall", "emptypage", "status"];

    /// <summary>Pages of lists that were asked for before they expired (M4).</summary>
    public IReadOnlyList<string> TooEarly() =>
    [
        .. Successive(Lists).Where(pair =>
                pair.Before.Expires is { } expires && pair.After.At < expires && !IsBroken(pair.Before) && !IsLost(pair.Before) && !IsAcrossRestart(pair))
            .Select(pair => $"{pair.After.Path} at {pair.After.At:O}, {pair.Before.Expires - pair.After.At} before it expired; asked at {pair.Before.At:O}, answered {pair.Before.Status} {string.Join(' ', pair.Before.Faults)}"),
    ];

    /// <summary>Requests that came while ESI had said that nothing may come (M6).</summary>
    public IReadOnlyList<string> DuringPauses() =>
    [
        .. Pauses().SelectMany(pause => requests
            .Where(request => request.At > pause.From + UnderWay && request.At < pause.Until)
            .Select(request => $"{request.Path} at {request.At:O}, answered {request.Status}, within the pause from {pause.From:O} to {pause.Until:O}")),
    ];

    /// <summary>Answers of 420 that nobody asked for: the budget was spent by errors.</summary>
    public IReadOnlyList<string> Spent() =>
    [
        .. requests.Where(request => request.Status == 420 && !day.Spent.Any(spent => request.At >= spent.From && request.At <= spent.Until))
            .Select(request => $"{request.Path} at {request.At:O}"),
    ];

    /// <summary>Lines that were read again though nothing had gone wrong with the first answer (M5).</summary>
    public IReadOnlyList<string> ReadTwice()
    {
        var late = day.Log.LateLines.ToList();
        return
        [
            .. Successive(Items, request => request.Status == 200)
                .Where(pair => !IsBroken(pair.Before) && !IsAcrossRestart(pair) && !IsWithoutTypes(pair.Before) && !CameTooLate(pair, late))
                .Select(pair => $"{pair.After.Path} at {pair.Before.At:O} and at {pair.After.At:O}"),
        ];
    }

    /// <summary>The first answer of a pause tells of it.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Pauses() =>
    [
        .. day.Spent.SelectMany(spent => requests.Where(request => request.Status == 420 && request.At >= spent.From && request.At < spent.Until)
            .Select(request => (request.At, spent.Until)).Take(1)),
        .. requests.Where(request => request.Faults.Contains("ratelimit")).Select(request => (request.At, request.At + TimeSpan.FromMinutes(8))),
    ];

    private IEnumerable<(SeenRequest Before, SeenRequest After)> Successive(string route, Func<SeenRequest, bool>? which = null) => requests
        .Where(request => request.Route == route && which?.Invoke(request) != false)
        .GroupBy(request => request.Path)
        .SelectMany(group =>
        {
            var ordered = group.OrderBy(request => request.At).ToList();
            return ordered.Zip(ordered.Skip(1));
        });

    private static bool IsBroken(SeenRequest request) => request.Faults.Intersect(Breaking).Any();

    /// <summary>Downtime cuts connections: what was answered just then may not have arrived.</summary>
    private bool IsLost(SeenRequest request) => day.Down.Any(down => request.At >= down.From - UnderWay && request.At <= down.Until);

    /// <summary>A process that ends loses what it had read and not stored.</summary>
    private bool IsAcrossRestart((SeenRequest Before, SeenRequest After) pair) =>
        day.Restarts.Any(restart => pair.Before.At <= restart && pair.After.At >= restart);

    /// <summary>On a busy machine ten minutes pass, two real seconds, before an answer is through. Each that was given up excuses one.</summary>
    private static bool CameTooLate((SeenRequest Before, SeenRequest After) pair, List<DateTimeOffset> late)
    {
        var index = late.FindIndex(at => at >= pair.Before.At && at <= pair.After.At);
        if (index >= 0) late.RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Lines are taken once their types are known; a type that ESI did not tell at that time lets them be asked again.</summary>
    private bool IsWithoutTypes(SeenRequest read) => requests.Any(request =>
        request.Route.StartsWith("/universe/", StringComparison.Ordinal) && request.Status is 0 or >= 400
        && request.At >= read.At && request.At <= read.At.AddMinutes(10))
        || day.Down.Any(down => read.At.AddMinutes(10) >= down.From && read.At <= down.Until);
}
