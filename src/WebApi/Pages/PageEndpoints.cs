using FluentValidation;
using FluentValidation.Results;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain.Contracts;
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
        var pages = routes.MapGroup("").AsPublicPages();

        pages.MapGet("/", (HttpContext http) => Results.LocalRedirect($"~{Address.Of(PageParameters.ListBehind(http.Request))}"));
        pages.MapGet(Address.Contracts, ContractsAsync).AnsweringRepeats();
        pages.MapGet($"{Address.Contracts}/{{contract_id:long}}", ContractAsync).AnsweringRepeats();
        pages.MapGet(Address.Coverage, CoverageAsync).TaggedByContent();
        pages.MapGet(Address.About, AboutAsync).AnsweringRepeats();
        pages.MapGet(Address.Find, FindAsync).AnsweringRepeats();
    }

    private static async Task<IResult> ContractsAsync(HttpContext http, PageAnswers pages, FilterTable table)
    {
        var (view, isPlain) = PageParameters.Contracts(http.Request);
        var language = view.Filters.Lang;
        if (view.ListsTooLong is { Count: > 0 } lists)
        {
            var refused = RefusedInput.TooMany(lists, PageParameters.Typed(http.Request));
            return await pages.RefuseAsync<ContractsPage>(http, language, [(nameof(ContractsPage.View), view.Without(lists)), (nameof(ContractsPage.Refused), refused)]);
        }

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
            var refused = RefusedInput.Of(view, names, PageParameters.Typed(http.Request), table);
            return await pages.RefuseAsync<ContractsPage>(http, language, [(nameof(ContractsPage.View), view), (nameof(ContractsPage.Refused), refused)]);
        }
    }

    /// <summary>
    /// The view's address and its question, because neither tells all that the page shows. Null where the question is invalid, because the
    /// address would hide what is wrong with it.
    /// </summary>
    private static string? KeyOf(ContractsView view) => view.Query.Key is { } question ? $"{Address.Of(view)}\n{question}" : null;

    private static Task<IResult> ContractAsync(HttpContext http, PageAnswers pages)
    {
        var contract = PageParameters.Contract(http.Request);
        var view = PageParameters.ListBehind(http.Request);
        (string, object?)[] parameters = [(nameof(ContractDetailPage.Contract), contract), (nameof(ContractDetailPage.View), view)];
        if (contract.ContractId.Value is <= 0 or > ContractId.MaxValue) return pages.MissAsync<MissingContractPage>(http, contract.Lang, parameters);
        return contract.Key is { } key
            ? pages.AnswerAsync<ContractDetailPage, MissingContractPage>(http, $"{key} {Address.Of(contract.ContractId.Value, view)}", contract.Lang, parameters)
            : pages.AnswerAsync<ContractDetailPage>(http, key: null, contract.Lang, parameters);
    }

    /// <summary>
    /// Kept for a moment and not by the market's stamp: the sweeper updates its state every few seconds, which does not change the market.
    /// </summary>
    private static Task<IResult> CoverageAsync(HttpContext http, PageAnswers pages)
    {
        http.Response.Headers.CacheControl = BriefAnswers.CacheControl;
        var status = PageParameters.Status(http.Request);
        (string, object?)[] parameters = [(nameof(CoveragePage.Status), status)];
        return status.Unreadable.Count > 0
            ? pages.AnswerAsync<CoveragePage>(http, key: null, status.Lang, parameters)
            : pages.AnswerBrieflyAsync<CoveragePage>(http, status.Lang, parameters);
    }

    /// <summary>A text that cannot be looked for is refused by the page itself, so that the reader can correct it.</summary>
    private static async Task<IResult> FindAsync(HttpContext http, PageAnswers pages)
    {
        var names = PageParameters.Find(http.Request);
        try
        {
            // The page shows the text as it was typed, which the key of the question does not tell.
            return await pages.AnswerAsync<FindPage>(http, names.Key is { } key ? $"{key}\n{names.Q}" : null, names.Lang, [(nameof(FindPage.Names), names)]);
        }
        catch (ValidationException) when (names.Unreadable.Count == 0)
        {
            return await pages.RefuseAsync<FindPage>(http, names.Lang, [(nameof(FindPage.Names), names), (nameof(FindPage.Refused), names.Q)]);
        }
    }

    /// <summary>Refuses unreadable parameters itself: the page sends nothing to the application, which would refuse them.</summary>
    private static Task<IResult> AboutAsync(HttpContext http, PageAnswers pages)
    {
        var (language, unreadable) = PageParameters.About(http.Request);
        if (unreadable.Count > 0) throw new ValidationException(unreadable.Select(parameter => new ValidationFailure(parameter.Name, parameter.Message)));
        return pages.AnswerAsync<AboutPage>(http, "about", language, []);
    }
}
