using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.GetContract;
using HangarBay.Domain;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebUi.Addresses;

namespace HangarBay.WebApi.Pages;

/// <summary>How what pages are asked for is written in a URL: as the API has it, and a little more.</summary>
internal static class PageParameters
{
    /// <summary>The list's view; what could not be read of it is told by its filters.</summary>
    public static ContractsView Contracts(HttpRequest request)
    {
        var query = new QueryReader(request);
        var (shipsOnly, place) = (query.Flag(Address.ShipsOnly, "") ?? true, query.Text(Address.Place, "", SearchTerms.MaxLength));
        var filters = ContractParameters.Browse(query);
        return new ContractsView
        {
            Filters = filters with { Lang = LanguageOf(request, filters.Lang) },
            ShipsOnly = shipsOnly,
            Place = place,
            NamedLanguage = request.NamesLanguage() ? filters.Lang : null,
        };
    }

    public static GetContract Contract(HttpRequest request)
    {
        var contract = ContractParameters.Contract(new QueryReader(request));
        return contract with { Lang = LanguageOf(request, contract.Lang) };
    }

    /// <summary>Of a page that asks for nothing else; English where the address names none of ours.</summary>
    public static Language Language(HttpRequest request) => LanguageOf(request, new QueryReader(request).Language());

    /// <summary>A choice counts more than what the browser says, and the address more than both.</summary>
    private static Language LanguageOf(HttpRequest request, Language read) => request.NamesLanguage() ? read : ChosenLanguage.Of(request) ?? read;
}
