using System.Collections.Concurrent;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>
/// Somebody with a browser of their own on the site, who notices whatever a page should never do: errors in the console or in a
/// script, answers that fail, violations of the content security policy, and requests to anybody else.
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

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Complaints => [.. _complaints.Where(complaint => !IsMeant(complaint))];

    /// <summary>What was meant to go wrong, and did.</summary>
    public IReadOnlyCollection<string> Meant => [.. _complaints.Where(IsMeant)];

    /// <summary>What is no fault: the test brings it about.</summary>
    public Func<string, bool> IsMeant { get; set; } = _ => false;

    /// <summary>Everything that was asked of anybody, in this order.</summary>
    public IReadOnlyCollection<IRequest> Requests => _requests;

    /// <summary>Servers beside the site that its pages may ask, as the site's own settings say.</summary>
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
        // The site's clock stands at noon; the reader's agrees with it.
        if (visit.HasStandingClock) await context.Clock.InstallAsync(new ClockInstallOptions { TimeDate = Universe.Noon.UtcDateTime });
        else await context.Clock.SetFixedTimeAsync(Universe.Noon.UtcDateTime);
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error(`Policy violated: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`))");
        var visitor = new Visitor(context, await context.NewPageAsync(), site) { Images = images };
        visitor.Watch();
        return visitor;
    }

    /// <summary>Opens a page by its address, as a link from elsewhere would.</summary>
    public async Task<IResponse> GoToAsync(string path)
    {
        var response = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return response ?? throw new InvalidOperationException($"{path} has no answer.");
    }

    /// <summary>Opens a page in one of its states, and expects it to be answered as such.</summary>
    public async Task LookAtAsync(Sight sight, Market market) => Assert.Equal(sight.Status, (await GoToAsync(sight.On(market))).Status);

    /// <summary>The page's address, from the site's root.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Waits until the page's address has, or lacks, a parameter with this value, whatever else is in it.</summary>
    public Task IsAtAsync(Func<string, bool> path) =>
        Page.WaitForURLAsync(url => path(Uri.UnescapeDataString(new Uri(url).PathAndQuery)), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

    /// <summary>What moved since the page came, though nobody touched it; by whom.</summary>
    public Task<string[]> ShiftsAsync() => Page.EvaluateAsync<string[]>(Shifts);

    /// <summary>Their machine has so many times less to give than this one.</summary>
    public async Task IsSlowByAsync(int times)
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = times });
    }

    /// <summary>The server of pictures is out of reach.</summary>
    public Task HasNoPicturesAsync() => _context.RouteAsync($"{Images}/**", route => route.AbortAsync("connectionrefused"));

    public Task MayUseTheClipboardAsync() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch()
    {
        _context.Console += (_, message) =>
        {
            // Answers that fail are told below, by what was asked.
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
            // Pages may be errors: the test that opens one looks at its status. What belongs to a page may not.
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
