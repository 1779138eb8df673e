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
        public ILocator Back => visitor.Page.Locator("a.back");

        /// <summary>The site's pages, at the top.</summary>
        public ILocator Navigation => visitor.Page.Locator("header.top nav");

        /// <summary>What the list is filtered by.</summary>
        public ILocator Rail => visitor.Page.Locator("form.rail");

        public ILocator Pager => visitor.Page.Locator("nav.pager");

        /// <summary>A segment, by its English name.</summary>
        public ILocator Tab(string name) => visitor.Page.Locator("nav.segments a").Filter(new LocatorFilterOptions { HasText = name });

        /// <summary>The head of a column, by its English name.</summary>
        public ILocator Header(string name) => visitor.Page.Locator("table.contracts thead th").Filter(new LocatorFilterOptions { HasText = name });
    }
}
