using System.Runtime.CompilerServices;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.ExportContracts;

internal sealed class ExportContractsHandler(
    MarketReader market,
    IReadRepository<Contract> contracts,
    TypeNameSearch types,
    NameReader names) : IRequestHandler<ExportContracts, IAsyncEnumerable<IReadOnlyList<ContractRow>>>
{
    private const int BatchSize = 1_000;

    /// <summary>Nothing is read before the first batch is asked for.</summary>
    public Task<IAsyncEnumerable<IReadOnlyList<ContractRow>>> Handle(ExportContracts request, CancellationToken cancellationToken) =>
        Task.FromResult(ReadAsync(request.Filters, cancellationToken));

    private async IAsyncEnumerable<IReadOnlyList<ContractRow>> ReadAsync(
        BrowseContracts.BrowseContracts filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A sort may need items to be read, and there is none here.
        var query = filters with { SortBy = ContractSort.DateIssued, Page = null, Cursor = null };
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var namedTypes = query.Search is { } search
            ? await types.FindAsync(SearchTerms.Of(search), query.Lang, view.Kept, cancellationToken)
            : null;

        ContractId? last = null;
        while (true)
        {
            var batch = await contracts.ListAsync(new ExportBatch(query, view.Instant, namedTypes, last, BatchSize), cancellationToken);
            if (batch.Count == 0) yield break;
            var book = await names.ReadAsync(batch, query.Lang, view.Kept.Names, cancellationToken);
            yield return [.. batch.Select(contract => Wording.Row(contract, book, view.AsOfOf(contract.RegionId)))];
            if (batch.Count < BatchSize) yield break;
            last = batch[^1].Id;
        }
    }
}
