using HangarBay.Application.Abstractions;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Limits;

/// <summary>A request that was parsed from text may also write.</summary>
public sealed class WritingRequestTests
{
    private static readonly RegionId Domain = new(10000043);

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_request_that_was_read_from_text_may_read_and_write(DatabaseProvider provider)
    {
        await using var api = await ApiFactory.StartAsync(
            provider, services: services => services.AddScoped<IRequestHandler<TryRegion, int>, TryRegionHandler>());

        Assert.Equal(1, await api.AskAsync(new TryRegion()));
        Assert.Equal(2, await api.AskAsync(new TryRegion()));
    }

    private sealed record TryRegion : IRequest<int>, IReadFromText
    {
        public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
    }

    /// <summary>Runs the request, and returns how often the region was tried.</summary>
    private sealed class TryRegionHandler(IRepository<RegionCoverage> coverages, IUnitOfWork unitOfWork) : IRequestHandler<TryRegion, int>
    {
        public async Task<int> Handle(TryRegion request, CancellationToken cancellationToken)
        {
            var coverage = await coverages.FindAsync(Domain, cancellationToken);
            if (coverage is null) coverages.Add(coverage = RegionCoverage.Of(Domain));
            coverage.Confirm(generation: null, new SweepSchedule(Universe.Noon, null, Universe.Noon));
            await unitOfWork.SaveChangesAsync(cancellationToken);
            return coverage.Version;
        }
    }
}
