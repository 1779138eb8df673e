using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Status;
using HangarBay.Domain;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebApi.Pages;

/// <summary>Reads the URLs of pages: the API's parameters, and a few more.</summary>
internal static class PageParameters
{
    /// <summary>
    /// The list's view, and whether the query already had the plain form of addresses (<see cref="TypedQuery"/>). The view's filters tell
    /// what could not be read.
    /// </summary>
    public static (ContractsView View, bool IsPlain) Contracts(HttpRequest request)
    {
        var typed = TypedQuery.Of(request.Query, request.HttpContext.RequestServices.GetRequiredService<FilterTable>(), Tongue.Of(Language(request)).Culture);
        var showsAll = typed.Plain[Address.Segment].ToString() == Address.AllSegments;
        var query = new QueryReader(request, showsAll ? Without(typed.Plain, Address.Segment) : typed.Plain);
        var place = query.Text(Address.Place, "", SearchTerms.MaxLength);
        var filters = ContractParameters.Browse(query);
        var view = new ContractsView
        {
            Filters = filters with { Lang = LanguageOf(request, filters.Lang) },
            Place = place,
            NamedLanguage = request.NamesLanguage() ? filters.Lang : null,
        };
        var segments = filters.Segments.Distinct().ToList();
        return (segments.Count switch
        {
            0 => showsAll ? view with { Segment = null } : view,
            1 => view with { Segment = segments[0], Filters = view.Filters with { Segments = [] } },
            _ => view with { Segment = null },
        }, typed.IsPlain);
    }

    private static QueryCollection Without(IQueryCollection query, string name) =>
        new(query.Where(parameter => !parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>What was typed into fields, unchanged, by parameter.</summary>
    public static IReadOnlyDictionary<string, string> Typed(HttpRequest request) =>
        request.Query.Where(parameter => parameter.Value.Count == 1)
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    public static GetContract Contract(HttpRequest request)
    {
        var contract = ContractParameters.Contract(new QueryReader(request));
        return contract with { Lang = LanguageOf(request, contract.Lang) };
    }

    /// <summary>
    /// The list that the address names beside its own page; the plain list where the address cannot be read, or names too many values.
    /// </summary>
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

    /// <summary>The page looks up what lists can be filtered by.</summary>
    public static FindNames Find(HttpRequest request)
    {
        var query = new QueryReader(request);
        return new FindNames
        {
            Q = query.Text("q", "", SearchTerms.MaxLength),
            Lang = LanguageOf(request, query.Language()),
            Unreadable = query.Unreadable,
        };
    }

    public static (Language Language, IReadOnlyList<UnreadableParameter> Unreadable) About(HttpRequest request)
    {
        var query = new QueryReader(request);
        return (LanguageOf(request, query.Language()), query.Unreadable);
    }

    /// <summary>
    /// The language of a page that replaces the one asked for; English where the address names none of the site's languages.
    /// </summary>
    public static Language Language(HttpRequest request) => LanguageOf(request, new QueryReader(request).Language());

    /// <summary>The address counts most, then the reader's choice, then what the browser accepts.</summary>
    private static Language LanguageOf(HttpRequest request, Language read) => request.NamesLanguage() ? read : ChosenLanguage.Of(request) ?? read;
}
