using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Matching;
using MediatR;

namespace HangarBay.Application.Contracts.CountingContracts;

internal sealed class CountContractsHandler(MarketPin pin) : IRequestHandler<CountContracts, ContractCount>
{
    public async Task<ContractCount> Handle(CountContracts request, CancellationToken cancellationToken)
    {
        // A sort may need lines to be read. A count has no sort, so it must not leave out contracts for it.
        var query = request.Filters with { SortBy = ContractSort.DateIssued };
        var view = (await pin.TakeAsync(cancellationToken)).View;
        using var live = RowSet.Live(view.Market, view.Instant, cancellationToken);
        var rows = new Conditions(query, view.Market).Keep(live);
        return new ContractCount(new SegmentTally(query, rows.CountBySegment()).Total, view.Market.Version.ChangedAt);
    }
}
