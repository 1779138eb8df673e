using FluentValidation;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Pages;
using HangarBay.WebUi.Refusals;

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

    private static async Task<IResult> ContractsAsync(HttpContext http, PageAnswers pages)
    {
        var (view, isPlain) = PageParameters.Contracts(http.Request);
        var language = view.Filters.Lang;
        if (!isPlain && view.Filters.Unreadable.Count == 0)
        {
            http.Response.SpeakIn(language);
            return Results.LocalRedirect($"~{Address.Of(view)}");
        }

        try
        {
            return await pages.AnswerAsync<ContractsPage>(http, KeyOf(view), language, [(nameof(ContractsPage.View), view)]);
        }
        catch (ValidationException exception)
        {
            var names = exception.Errors.Select(error => PropertyName.ToParameter(error.PropertyName));
            var refused = RefusedInput.Of(view, names, PageParameters.Typed(http.Request));
            return await pages.RefuseAsync<ContractsPage>(http, language, [(nameof(ContractsPage.View), view), (nameof(ContractsPage.Refused), refused)]);
        }
    }

    /// <summary>What a view's question cannot be told by, its address tells; null where it is one to be refused, which an address would hide.</summary>
    private static string? KeyOf(ContractsView view) => view.Query.Key is { } question ? $"{Address.Of(view)}\n{question}" : null;
}
