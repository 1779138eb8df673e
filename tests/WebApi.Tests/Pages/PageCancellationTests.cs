using System.Collections.Concurrent;
using System.Net;
using HangarBay.WebApi.Tests.Api.Given;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>When a reader leaves, the queries of their page are cancelled.</summary>
public sealed class PageCancellationTests
{
    [Theory]
    [InlineData("/contracts?segment=all", "BrowseContracts", "GetRegions", "GetTaxonomy", "FindLocations", "GetNames")]
    [InlineData("/contracts?segment=couriers&min_price=1", "BrowseContracts", "GetNames")]
    [InlineData("/contracts?type_ids=587", "BrowseContracts")]
    [InlineData("/contracts?page=0", "FindLocations")]
    [InlineData("/contracts/190000001", "GetContract", "GetNames")]
    [InlineData("/coverage", "GetStatus")]
    [InlineData("/sitemap-regions.xml", "GetRegions")]
    public async Task Every_query_of_a_page_is_cancelled_when_its_reader_leaves(string path, params string[] expected)
    {
        foreach (var isKeeping in new[] { "true", "false" })
        {
            var asked = new Asked();
            await using var api = await ApiFactory.StartAsync(
                settings: new Dictionary<string, string> { ["Cache:Enabled"] = isKeeping, ["Site:Address"] = "https://hangar.example.com" },
                services: services => services.AddSingleton(asked).AddTransient(typeof(IPipelineBehavior<,>), typeof(Noting<,>)));
            await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
            await api.GivenContracts(ContractBuilder.AContract().Offering(Universe.Rokh), ContractBuilder.ACourier());

            Assert.NotEqual(HttpStatusCode.InternalServerError, (await api.GetAsync(path)).Status);

            Assert.Superset(expected.ToHashSet(), asked.Requests.Select(request => request.Name).ToHashSet());
            Assert.All(asked.Requests, request => Assert.True(request.CanEnd, request.Name));
        }
    }

    private sealed class Asked
    {
        public ConcurrentQueue<(string Name, bool CanEnd)> Requests { get; } = new();
    }

    private sealed class Noting<TRequest, TResponse>(Asked asked) : IPipelineBehavior<TRequest, TResponse>
        where TRequest : notnull
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
        {
            asked.Requests.Enqueue((typeof(TRequest).Name, cancellationToken.CanBeCanceled));
            return next();
        }
    }
}
