using HangarBay.WebApi.Caching;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Pages;

namespace HangarBay.WebApi.Pages;

/// <summary>The pages for people.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AsPages();

        pages.MapGet("/", (HttpContext http) => Results.LocalRedirect($"~{Address.Contracts}{http.Request.QueryString}"));
        pages.MapGet(Address.Contracts, ContractsAsync).AnsweringRepeats();
    }

    private static Task<IResult> ContractsAsync(HttpContext http, PageAnswers pages)
    {
        var view = PageParameters.Contracts(http.Request);
        return pages.AnswerAsync<ContractsPage>(http, Address.Of(view), view.Filters.Lang, [(nameof(ContractsPage.View), view)]);
    }
}
