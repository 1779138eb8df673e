using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>Checks the requests of a day against ESI's rules. Each member returns a list of offences.</summary>
internal sealed class Politeness(MarketDay day, IReadOnlyList<SeenRequest> requests)
{
    private const string Lists = "/contracts/public/{region_id}";
    private const string Items = "/contracts/public/items/{contract_id}";

    /// <summary>How long after the application learnt of a pause a request that was already sent may still arrive: 0.35 s of real time.</summary>
    private TimeSpan UnderWay => TimeSpan.FromSeconds(0.35 * day.Clock.Factor);

    /// <summary>The faults that break an answer. A broken answer may be asked for again at once (M2).</summary>
    private static readonly string[] Breaking = ["truncated", "html", "stall", "emptypage", "status"];

    /// <summary>Pages of lists that were asked for before they expired (M4).</summary>
    public IReadOnlyList<string> TooEarly() =>
    [
        .. Successive(Lists).Where(pair =>
                pair.Before.Expires is { } expires && pair.After.At < expires && !IsBroken(pair.Before) && !IsLost(pair.Before) && !IsAcrossRestart(pair))
            .Select(pair => $"{pair.After.Path} at {pair.After.At:O}, {pair.Before.Expires - pair.After.At} before it expired; asked at {pair.Before.At:O}, answered {pair.Before.Status} {string.Join(' ', pair.Before.Faults)}"),
    ];

    /// <summary>Requests during a pause that ESI had ordered (M6).</summary>
    public IReadOnlyList<string> DuringPauses() =>
    [
        .. Pauses().SelectMany(pause => requests
            .Where(request => request.At > pause.From + UnderWay && request.At < pause.Until)
            .Select(request => $"{request.Path} at {request.At:O}, answered {request.Status}, within the pause from {pause.From:O} to {pause.Until:O}")),
    ];

    /// <summary>Answers of 420 that the test did not cause: errors spent the budget.</summary>
    public IReadOnlyList<string> Spent() =>
    [
        .. requests.Where(request => request.Status == 420 && !day.Spent.Any(spent => request.At >= spent.From && request.At <= spent.Until))
            .Select(request => $"{request.Path} at {request.At:O}"),
    ];

    /// <summary>Lines that were read again although the first answer was good (M5).</summary>
    public IReadOnlyList<string> ReadTwice()
    {
        var late = day.Log.LateLines.ToList();
        return
        [
            .. Successive(Items, request => request.Status == 200)
                .Where(pair => !IsBroken(pair.Before) && !IsAcrossRestart(pair) && !IsCutOff(pair.Before) && !CameTooLate(pair, late))
                .Select(pair => $"{pair.After.Path} at {pair.Before.At:O} and at {pair.After.At:O}"),
        ];
    }

    /// <summary>
    /// The pauses. Each begins with the first answer that orders it, at the time when the application read that answer. On a busy machine
    /// that takes minutes of this day.
    /// </summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Pauses() =>
    [
        .. day.Spent.SelectMany(spent => requests.Where(request => request.Status == 420 && request.At >= spent.From && request.At < spent.Until)
            .Select(request => (LearntAt(request), spent.Until)).Take(1)),
        .. requests.Where(request => request.Faults.Contains("ratelimit")).Select(request => (LearntAt(request), request.At + TimeSpan.FromMinutes(8))),
    ];

    private DateTimeOffset LearntAt(SeenRequest order) =>
        day.Log.Pauses.Where(at => at >= order.At).Append(DateTimeOffset.MaxValue).Min() is var learnt && learnt < DateTimeOffset.MaxValue ? learnt : order.At;

    private IEnumerable<(SeenRequest Before, SeenRequest After)> Successive(string route, Func<SeenRequest, bool>? which = null) => requests
        .Where(request => request.Route == route && which?.Invoke(request) != false)
        .GroupBy(request => request.Path)
        .SelectMany(group =>
        {
            var ordered = group.OrderBy(request => request.At).ToList();
            return ordered.Zip(ordered.Skip(1));
        });

    private static bool IsBroken(SeenRequest request) => request.Faults.Intersect(Breaking).Any();

    /// <summary>Whether the answer may have been lost, because the downtime cut connections at that time.</summary>
    private bool IsLost(SeenRequest request) => day.Down.Any(down => request.At >= down.From - UnderWay && request.At <= down.Until);

    /// <summary>Whether a restart was between the two requests. A process that ends loses what it has read and not stored.</summary>
    private bool IsAcrossRestart((SeenRequest Before, SeenRequest After) pair) =>
        day.Restarts.Any(restart => pair.Before.At <= restart && pair.After.At >= restart);

    /// <summary>
    /// Whether the first answer came too late. On a busy machine an answer may take ten minutes, which are two real seconds. Each request
    /// that was given up excuses one repetition.
    /// </summary>
    private static bool CameTooLate((SeenRequest Before, SeenRequest After) pair, List<DateTimeOffset> late)
    {
        var index = late.FindIndex(at => at >= pair.Before.At && at <= pair.After.At);
        if (index >= 0) late.RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Whether downtime may have cut off the answer, or one of its further pages.</summary>
    private bool IsCutOff(SeenRequest read) => day.Down.Any(down => read.At.AddMinutes(10) >= down.From && read.At <= down.Until);
}
