using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.GetNames;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.WebUi.Addresses;
using MediatR;

namespace HangarBay.WebUi.Texts;

/// <summary>What the head of the list's page says of a view. One that narrows nothing down costs no question.</summary>
public sealed record ViewHead(string Title, string Description)
{
    public static async Task<ViewHead> ReadAsync(IMediator mediator, PageContext page, ContractsView view, ContractPage found)
    {
        var words = page.Words;
        if (!ViewTitle.IsNarrow(view)) return new ViewHead(ViewTitle.Segment(view, words), words.Count("Contracts.Description", found.Total));

        var names = await NamesAsync(mediator, view, found);
        var lowest = ViewSummary.QuestionFor(view, found) is { } question ? (await mediator.Send(question)).Items : found.Items;
        return new ViewHead(
            new ViewTitle(words, page.Figure, names).Of(view),
            new ViewSummary(words, page.Figure).Of(found.Total, ViewSummary.LowestOf(lowest), found.Coverage.AsOf));
    }

    /// <summary>Asked for only as far as the view names something.</summary>
    private static async Task<ViewNames> NamesAsync(IMediator mediator, ContractsView view, ContractPage found)
    {
        var query = view.Filters;
        var names = new ViewNames { Regions = Named(found.Coverage.Regions, region => region.RegionId, region => region.Name) };
        if (query.SystemIds.Count + query.StationIds.Count + query.TypeIds.Count > 0)
        {
            var known = await mediator.Send(new GetNames { SystemIds = query.SystemIds, StationIds = query.StationIds, TypeIds = query.TypeIds, Lang = query.Lang });
            names = names with
            {
                Systems = Named(known.Systems.Values, system => system.SystemId, system => system.Name),
                Stations = Named(known.Stations.Values, station => station.LocationId, station => station.Name),
                Types = Named(known.Types.Values, type => type.TypeId, type => type.Name),
            };
        }

        if (query.CategoryId is null && query.GroupId is null) return names;
        var taxonomy = await mediator.Send(new GetTaxonomy { Lang = query.Lang });
        return names with
        {
            Groups = Named(taxonomy.Groups, group => group.GroupId, group => group.Name),
            Categories = Named(taxonomy.Categories, category => category.CategoryId, category => category.Name),
        };
    }

    private static Dictionary<long, string> Named<T>(IEnumerable<T> all, Func<T, long> id, Func<T, string?> name) =>
        all.Where(one => name(one) is not null).ToDictionary(id, one => name(one)!);
}
