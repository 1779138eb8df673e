using System.Text;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Problems;
using HangarBay.WebUi;
using HangarBay.WebUi.Addresses;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Pages;

/// <summary>Tells search engines what they may read, and where it is.</summary>
internal static class SitemapEndpoints
{
    private const string Index = "/sitemap.xml";
    private const string OfPages = "/sitemap-pages.xml";
    private const string OfRegions = "/sitemap-regions.xml";

    public static void MapSitemaps(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").AsPublicAnswers().TaggedByContent().ExcludeFromDescription();
        files.MapGet("/robots.txt", Robots);

        var maps = files.MapGroup("").AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Address.Length > 0
                ? next(context)
                // A sitemap needs full addresses, and the host that a request names is whatever the client wrote.
                : ValueTask.FromResult<object?>(Problem.NotFound("There is no sitemap, because the site's own address is not configured.")));
        maps.MapGet(Index, (IOptions<SiteOptions> site) => Xml(Sitemap.IndexOf([site.Value.Address + OfPages, site.Value.Address + OfRegions])));
        maps.MapGet(OfPages, (IOptions<SiteOptions> site) =>
            Xml(Sitemap.Of([.. new[] { Address.Contracts, Address.Coverage, Address.About }.Select(path => new SitemapEntry(site.Value.Address + path))])));
        maps.MapGet(OfRegions, RegionsAsync);
    }

    private static async Task<IResult> RegionsAsync(IMediator mediator, IOptions<SiteOptions> site, CancellationToken cancellationToken)
    {
        var regions = await mediator.Send(new GetRegions(), cancellationToken);
        // Sorted by id, so that the same regions give the same answer, whatever their names are.
        return Xml(Sitemap.Of(
        [
            .. regions.Regions.Where(region => region.Total > 0).OrderBy(region => region.RegionId)
                .Select(region => new SitemapEntry(site.Value.Address + Address.Of(ViewOf(region)), region.AsOf)),
        ]));
    }

    private static ContractsView ViewOf(RegionEntry region) =>
        new() { Filters = new BrowseContracts { RegionIds = [new RegionId(region.RegionId)] } };

    /// <summary>Shuts out the list in another order, in other page sizes or as a file, because that is the same list once more.</summary>
    private static IResult Robots(IOptions<SiteOptions> site)
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /api/v1/contracts/export\nDisallow: /*sort_by=\nDisallow: /*size=\nDisallow: /*place=\nAllow: /\n");
        if (site.Value.Address.Length > 0) text.Append("\nSitemap: ").Append(site.Value.Address).Append(Index).Append('\n');
        return Results.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }

    private static IResult Xml(byte[] document) => Results.Bytes(document, "application/xml; charset=utf-8");
}
