using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingContracts;

internal sealed class ExportContractsHandler(MarketPin pin) : IRequestHandler<ExportContracts, IAsyncEnumerable<IReadOnlyList<ContractRow>>>
{
    private const int BatchSize = 1_000;

    public async Task<IAsyncEnumerable<IReadOnlyList<ContractRow>>> Handle(ExportContracts request, CancellationToken cancellationToken)
    {
        var view = (await pin.TakeAsync(cancellationToken)).View;
        var rows = ExportedRows.Find(request.Filters, view, cancellationToken);
        return Word(rows, view, new NameBook(request.Filters.Lang, view.Market.Dictionaries)).ToAsyncEnumerable();
    }

    /// <summary>Makes the rows one batch at a time, from the state that the export began with.</summary>
    private static IEnumerable<IReadOnlyList<ContractRow>> Word(RowAt[] rows, MarketView view, NameBook book) =>
        rows.Chunk(BatchSize).Select(batch => Array.ConvertAll(batch, row => Wording.Row(row, view, book)));
}
