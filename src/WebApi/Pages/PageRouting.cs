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
            // The site's script may put the page in place of another without loading everything anew.
            http.Response.Headers["blazor-enhanced-nav"] = "allow";
            if (!http.Request.NamesLanguage()) http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie);
            return next(context);
        });
        return pages;
    }
}
