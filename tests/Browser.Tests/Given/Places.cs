using Microsoft.Playwright;

namespace HangarBay.Browser.Tests.Given;

/// <summary>Locators of the elements on the pages.</summary>
internal static class Places
{
    extension(Visitor visitor)
    {
        public ILocator Heading => visitor.Page.Locator("h1");

        /// <summary>The rows of the list.</summary>
        public ILocator Rows => visitor.Page.Locator("table.contracts tbody tr");

        /// <summary>The first link of each row, which opens its contract.</summary>
        public ILocator Headlines => visitor.Rows.Locator("a.headline");

        /// <summary>The link from a contract to the list from which it was opened.</summary>
        public ILocator Back => visitor.Page.Locator(".back a");

        /// <summary>The navigation at the top.</summary>
        public ILocator Navigation => visitor.Page.Locator("header.top nav");

        /// <summary>The filter rail of the list.</summary>
        public ILocator Rail => visitor.Page.Locator("aside.filters");

        /// <summary>The filters that are set; each is a link that removes it.</summary>
        public ILocator Chips => visitor.Page.Locator(".chips li a:not(.clear)");

        /// <summary>A field of the rail, by the name of its query parameter.</summary>
        public ILocator Field(string name) => visitor.Rail.Locator($"[name={name}]");

        public ILocator Search => visitor.Field("search");

        /// <summary>The box on top of every page.</summary>
        public ILocator Box => visitor.Page.Locator("#box");

        /// <summary>What the box suggests.</summary>
        public ILocator Options => visitor.Page.Locator("#box-list [role=option]");

        /// <summary>The links to the previous and the next page.</summary>
        public ILocator Pager => visitor.Page.Locator("nav.pager a");

        /// <summary>The live region, in which screen readers announce changes.</summary>
        public ILocator LiveRegion => visitor.Page.Locator("[data-announce]");

        /// <summary>A segment, by its English name.</summary>
        public ILocator Tab(string name) => visitor.Page.Locator("nav.segments a").Filter(new LocatorFilterOptions { HasText = name });

        /// <summary>The head of a column, by its English name.</summary>
        public ILocator Header(string name) => visitor.Page.Locator("table.contracts thead th").Filter(new LocatorFilterOptions { HasText = name });
    }

    /// <summary>Opens the rail where it is folded, as on a phone.</summary>
    public static async Task OpenTheRailAsync(this Visitor visitor)
    {
        if (!await visitor.Search.IsVisibleAsync()) await visitor.Rail.Locator("summary").First.ClickAsync();
    }

    /// <summary>Applies the filters of the rail. With scripts a change is enough.</summary>
    public static async Task ApplyAsync(this Visitor visitor, bool hasScript)
    {
        if (hasScript) return;
        await visitor.Rail.Locator("button[type=submit]").ClickAsync();
    }
}
