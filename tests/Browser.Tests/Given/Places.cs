using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>Where things are on the pages.</summary>
internal static class Places
{
    extension(Visitor visitor)
    {
        public ILocator Heading => visitor.Page.Locator("h1");

        /// <summary>The rows of the list.</summary>
        public ILocator Rows => visitor.Page.Locator("table.contracts tbody tr");

        /// <summary>What leads each row, and opens its contract.</summary>
        public ILocator Headlines => visitor.Rows.Locator("a.headline");

        /// <summary>From a contract to the list it was reached from.</summary>
        public ILocator Back => visitor.Page.Locator(".back a");

        /// <summary>The site's pages, at the top.</summary>
        public ILocator Navigation => visitor.Page.Locator("header.top nav");

        /// <summary>What the list is filtered by.</summary>
        public ILocator Rail => visitor.Page.Locator("aside.filters");

        /// <summary>The filters that are set, each a link that takes it away.</summary>
        public ILocator Chips => visitor.Page.Locator(".chips li a:not(.clear)");

        /// <summary>A field of the rail, by its name in addresses.</summary>
        public ILocator Field(string name) => visitor.Rail.Locator($"[name={name}]");

        public ILocator Search => visitor.Field("search");

        /// <summary>To the pages before and after.</summary>
        public ILocator Pager => visitor.Page.Locator("nav.pager a");

        /// <summary>Where those who do not see the page are told what has changed.</summary>
        public ILocator LiveRegion => visitor.Page.Locator("[role=status]");

        /// <summary>A segment, by its English name.</summary>
        public ILocator Tab(string name) => visitor.Page.Locator("nav.segments a").Filter(new LocatorFilterOptions { HasText = name });

        /// <summary>The head of a column, by its English name.</summary>
        public ILocator Header(string name) => visitor.Page.Locator("table.contracts thead th").Filter(new LocatorFilterOptions { HasText = name });
    }

    /// <summary>Where the rail is folded up, as on a phone, it is opened.</summary>
    public static async Task OpenTheRailAsync(this Visitor visitor)
    {
        if (!await visitor.Search.IsVisibleAsync()) await visitor.Rail.Locator("summary").First.ClickAsync();
    }

    /// <summary>Asks for what the rail says. With a script a change is enough.</summary>
    public static async Task ApplyAsync(this Visitor visitor, bool hasScript)
    {
        if (hasScript) return;
        await visitor.Rail.Locator("button[type=submit]").ClickAsync();
    }
}
