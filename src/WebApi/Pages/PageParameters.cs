using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Status;
using HangarBay.Domain;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebApi.Pages;

/// <summary>How what pages are asked for is written in a URL: as the API has it, and a little more.</summary>
internal static class PageParameters
{
    /// <summary>
    /// The list's view, and whether it was asked for in so many words as its address has; what could not be read of it is told
    /// by its filters.
    /// </summary>
    public static (ContractsView View, bool IsPlain) Contracts(HttpRequest request)
    {
        var typed = TypedQuery.Of(request.Query, request.HttpContext.RequestServices.GetRequiredService<FilterTable>(), Tongue.Of(Language(request)).Culture);
        var query = new QueryReader(request, typed.Plain);
        var (shipsOnly, place) = (query.Flag(Address.ShipsOnly, "") ?? true, query.Text(Address.Place, "", SearchTerms.MaxLength));
        var filters = ContractParameters.Browse(query);
        var view = new ContractsView
        {
            Filters = filters with { Lang = LanguageOf(request, filters.Lang) },
            ShipsOnly = shipsOnly,
            Place = place,
            NamedLanguage = request.NamesLanguage() ? filters.Lang : null,
        };
        return (view, typed.IsPlain);
    }

    /// <summary>What was typed into fields, by parameter, as it was.</summary>
    public static IReadOnlyDictionary<string, string> Typed(HttpRequest request) =>
        request.Query.Where(parameter => parameter.Value.Count == 1)
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    public static GetContract Contract(HttpRequest request)
    {
        var contract = ContractParameters.Contract(new QueryReader(request));
        return contract with { Lang = LanguageOf(request, contract.Lang) };
    }

    /// <summary>The list that an address asks for besides; the plain one where it cannot be told from the address.</summary>
    public static ContractsView ListBehind(HttpRequest request)
    {
        var (view, _) = Contracts(request);
        return view.Filters.Unreadable.Count == 0 && view.ListsTooLong.Count == 0 ? view : new ContractsView { NamedLanguage = view.NamedLanguage };
    }

    public static GetStatus Status(HttpRequest request)
    {
        var query = new QueryReader(request);
        return new GetStatus { Lang = LanguageOf(request, query.Language()), Unreadable = query.Unreadable };
    }

    public static (Language Language, IReadOnlyList<UnreadableParameter> Unreadable) About(HttpRequest request)
    {
        var query = new QueryReader(request);
        return (LanguageOf(request, query.Language()), query.Unreadable);
    }

    /// <summary>Of a page that is not what was asked for; English where the address names none of ours.</summary>
    public static Language Language(HttpRequest request) => LanguageOf(request, new QueryReader(request).Language());

    /// <summary>A choice counts more than what the browser says, and the address more than both.</summary>
    private static Language LanguageOf(HttpRequest request, Language read) => request.NamesLanguage() ? read : ChosenLanguage.Of(request) ?? read;
}
