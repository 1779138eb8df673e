using System.Collections.Concurrent;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>
/// A visitor of the site with a browser profile of their own. It records what a page should never do: errors in the console or in a
/// script, answers that fail, violations of the content security policy, and requests to other servers.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string Shifts = """
        () => new Promise(resolve => {
            const shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry =>
                `${entry.value} by ${entry.sources.map(source => source.node?.nodeName + '.' + source.node?.className).join(', ')}`)))
                .observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(shifts), 250);
        })
        """;

    private readonly IBrowserContext _context;
    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly ConcurrentQueue<IRequest> _requests = [];

    private Visitor(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        _site = site;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>The faults until now, without the intended ones.</summary>
    public IReadOnlyCollection<string> Complaints => [.. _complaints.Where(complaint => !IsMeant(complaint))];

    /// <summary>The intended faults that occurred.</summary>
    public IReadOnlyCollection<string> Meant => [.. _complaints.Where(IsMeant)];

    /// <summary>Whether a complaint is intended by the test.</summary>
    public Func<string, bool> IsMeant { get; set; } = _ => false;

    /// <summary>All requests to any server, in this order.</summary>
    public IReadOnlyCollection<IRequest> Requests => _requests;

    /// <summary>The server of pictures that the pages may ask besides the site; the same as in the site's settings.</summary>
    public string? Images { get; init; }

    public static async Task<Visitor> ArriveAsync(Uri site, Visit visit, string? images = null)
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = visit.Screen.Size(),
            HasTouch = visit.Screen != Screen.Desktop,
            JavaScriptEnabled = visit.HasScript,
            ColorScheme = visit.Theme,
            Locale = visit.Locale,
            TimezoneId = "UTC",
            ReducedMotion = visit.Motion,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        // The site's clock stands at noon, so the reader's clock is set to noon too.
        if (visit.HasStandingClock) await context.Clock.InstallAsync(new ClockInstallOptions { TimeDate = Universe.Noon.UtcDateTime });
        else await context.Clock.SetFixedTimeAsync(Universe.Noon.UtcDateTime);
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error(`Policy violated: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`))");
        var visitor = new Visitor(context, await context.NewPageAsync(), site) { Images = images };
        visitor.Watch();
        return visitor;
    }

    /// <summary>Opens a page by its address, as a link from another site would.</summary>
    public async Task<IResponse> GoToAsync(string path)
    {
        var response = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response ?? throw new InvalidOperationException($"{path} has no answer.");
    }

    /// <summary>Opens a page in one of its states, and checks the status of its answer.</summary>
    public async Task LookAtAsync(Sight sight, Market market) => Assert.Equal(sight.Status, (await GoToAsync(sight.On(market))).Status);

    /// <summary>The path and query of the page.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Waits until the path and query of the page meet this condition.</summary>
    public Task IsAtAsync(Func<string, bool> path) =>
        Page.WaitForURLAsync(url => path(Uri.UnescapeDataString(new Uri(url).PathAndQuery)), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    /// <summary>The layout shifts since the page was loaded, with the elements that moved, though there was no input.</summary>
    public Task<string[]> ShiftsAsync() => Page.EvaluateAsync<string[]>(Shifts);

    /// <summary>Makes the processor this many times slower for the page.</summary>
    public async Task IsSlowByAsync(int times)
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = times });
    }

    /// <summary>Makes the server of pictures unreachable.</summary>
    public Task HasNoPicturesAsync() => _context.RouteAsync($"{Images}/**", route => route.AbortAsync("connectionrefused"));

    public Task MayUseTheClipboardAsync() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch()
    {
        _context.Console += (_, message) =>
        {
            // Failed answers are recorded below, with their address.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Enqueue($"Console: {message.Text} ({message.Location})");
        };
        _context.WebError += (_, error) => _complaints.Enqueue($"Script: {error.Error}");
        _context.Request += (_, request) =>
        {
            _requests.Enqueue(request);
            var asked = new Uri(request.Url);
            var isOurs = asked.Authority == _site.Authority || (Images is not null && request.Url.StartsWith(Images, StringComparison.Ordinal));
            if (!isOurs && asked.Scheme is "http" or "https") _complaints.Enqueue($"Somebody else was asked: {request.Url}");
        };
        _context.Response += (_, response) =>
        {
            // A page may be an error, because the test that opens it checks its status. The resources of a page may not.
            if (response.Status >= 400 && response.Request.ResourceType is not ("document" or "fetch"))
                _complaints.Enqueue($"{response.Status}: {response.Url}");
        };
        _context.RequestFailed += (_, request) =>
        {
            var isAborted = request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) == true;
            var isPicture = Images is not null && request.Url.StartsWith(Images, StringComparison.Ordinal);
            if (!isAborted && !isPicture) _complaints.Enqueue($"{request.Failure}: {request.Url}");
        };
    }
}
