using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Hosting;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Pages;

/// <summary>What all pages have in common.</summary>
internal static class PageRouting
{
    public static RouteGroupBuilder AsPublicPages(this RouteGroupBuilder pages)
    {
        pages.AsPublicAnswers().ExcludeFromDescription().WithSecurityHeadersPolicy(SecurityHeadersRegistration.Page);
        pages.AddEndpointFilter((context, next) =>
        {
            var http = context.HttpContext;
            // Allows the site's script to exchange the page without a full load.
            http.Response.Headers["blazor-enhanced-nav"] = "allow";
            if (!http.Request.NamesLanguage()) http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie);
            return next(context);
        });
        return pages;
    }
}
