using System.Runtime.CompilerServices;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.ExportingContracts;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.ExportingLines;

/// <summary>
/// The contracts and the names come from the market in memory, the lines from the database, because memory holds no record ids and no
/// quantities. Lines never change. So the lines of a contract that had them at the start are the lines that it had then.
/// </summary>
internal sealed class ExportLinesHandler(MarketPin pin, IReadRepository<Contract> contracts)
    : IRequestHandler<ExportLines, IAsyncEnumerable<IReadOnlyList<ExportedLine>>>
{
    /// <summary>Number of contracts whose lines are read at once. Few, because a contract may have thousands of lines.</summary>
    private const int BatchSize = 100;

    public async Task<IAsyncEnumerable<IReadOnlyList<ExportedLine>>> Handle(ExportLines request, CancellationToken cancellationToken)
    {
        var view = (await pin.TakeAsync(cancellationToken)).View;
        var rows = ExportedRows.Find(request.Filters, view, cancellationToken);
        var read = rows.Where(row => view.Market.Read(row).LinesState == LinesState.Read).Select(row => new ContractId(view.Market.Blocks[row.Block].Block.Id[row.At]));
        return ReadAsync([.. read], new NameBook(request.Filters.Lang, view.Market.Dictionaries), cancellationToken);
    }

    /// <summary>Reads a whole batch before it is sent, so that no query stays open while a slow client reads.</summary>
    private async IAsyncEnumerable<IReadOnlyList<ExportedLine>> ReadAsync(
        ContractId[] ids, NameBook book, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var lines = await contracts.StreamAsync(new LinesOfContracts(batch), cancellationToken).ToListAsync(cancellationToken);
            if (lines.Count == 0) continue;
            yield return
            [
                .. lines.OrderBy(line => line.ContractId).ThenBy(line => line.RecordId)
                    .Select(line => new ExportedLine(line.ContractId.Value, Wording.Line(line, book))),
            ];
        }
    }
}

/// <summary>The lines of these contracts, in any order.</summary>
public sealed class LinesOfContracts : Specification<Contract, ContractLine>
{
    public LinesOfContracts(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(contract => ids.Contains(contract.Id));
        Query.SelectMany(contract => contract.Lines);
    }
}
