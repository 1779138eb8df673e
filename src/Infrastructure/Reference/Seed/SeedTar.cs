using System.Formats.Tar;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Reference;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace HangarBay.Infrastructure.Reference.Seed;

/// <summary>
/// The tar.bz2 archive of CSV files. Each file is read in a separate pass, so their order does not matter and none is unpacked to disk. The
/// unpacked size of a pass is bounded.
/// </summary>
internal sealed class SeedTar(SourceFile file, ReferenceOptions options) : ISeedArchive
{
    private const int MaxMetaBytes = 64 * 1024;

    private readonly string _damaged = $"{file.Source.Origin} is damaged, or no tar.bz2 archive of contracts.";

    public ImportSource Source => file.Source;

    /// <summary>The server that the archive's contracts come from; null if the archive does not name it.</summary>
    public async Task<string?> DatasourceAsync(CancellationToken cancellationToken)
    {
        await using var entry = await FindAsync("meta.json", cancellationToken);
        if (entry is null) return null;
        try
        {
            var bytes = new byte[MaxMetaBytes];
            var read = await entry.Stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            using var meta = JsonDocument.Parse(bytes.AsMemory(0, read));
            return meta.RootElement.ValueKind == JsonValueKind.Object
                && meta.RootElement.TryGetProperty("datasource", out var source) && source.ValueKind == JsonValueKind.String
                    ? source.GetString()
                    : null;
        }
        catch (JsonException exception)
        {
            throw new UnusableSourceException(_damaged, exception);
        }
    }

    public async IAsyncEnumerable<SourceRow<SeededContract>> ContractsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string name = "contracts.csv";
        await using var entry = await FindAsync(name, cancellationToken)
            ?? throw new UnusableSourceException($"{file.Source.Origin} is no archive of contracts: it lacks {name}.");
        await foreach (var row in RowsAsync(name, entry.Stream, cancellationToken))
        {
            var contract = SeedContracts.Read(row);
            yield return row.Flaw is { } flaw
                ? new SourceRow<SeededContract>(null, new Surprise(Subject(contract.Row.Id.Value, name), flaw))
                : new SourceRow<SeededContract>(contract, null);
        }
    }

    public async IAsyncEnumerable<SourceRow<SeededLines>> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buckets = new ContractBuckets<SeedLine>(SeedLine.Write, SeedLine.Read);
        await foreach (var row in GroupAsync("contract_items.csv", buckets, SeedLine.Read, cancellationToken))
        {
            if (row.Surprise is not null) yield return new SourceRow<SeededLines>(null, row.Surprise);
            else yield return Make(row.Value!, "items of contract", (id, lines) => new SeededLines(id, [.. lines.Select(line => line.ToLine(id))]));
        }
    }

    public async IAsyncEnumerable<SourceRow<SeededBids>> BidsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buckets = new ContractBuckets<SeedBid>(SeedBid.Write, SeedBid.Read);
        await foreach (var row in GroupAsync("contract_bids.csv", buckets, SeedBid.Read, cancellationToken))
        {
            if (row.Surprise is not null) yield return new SourceRow<SeededBids>(null, row.Surprise);
            else yield return Make(row.Value!, "bids of contract", (id, bids) => new SeededBids(id, [.. bids.Select(bid => bid.ToBid(id)).DistinctBy(bid => bid.BidId)]));
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>
    /// The rows of a file, grouped by contract. A row whose contract cannot be read may belong to any contract, so the whole file is then
    /// ignored.
    /// </summary>
    private async IAsyncEnumerable<SourceRow<Group<T>>> GroupAsync<T>(
        string name, ContractBuckets<T> buckets, Func<SeedRow, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : struct
    {
        await using (var entry = await FindAsync(name, cancellationToken))
        {
            if (entry is null) yield break;
            await foreach (var row in RowsAsync(name, entry.Stream, cancellationToken))
            {
                if (row.Long("contract_id") is not { } contract || contract <= 0)
                {
                    yield return new SourceRow<Group<T>>(null, new Surprise(name, "A row does not tell its contract; the file was left alone."));
                    yield break;
                }

                var value = read(row);
                buckets.Add(contract, row.Flaw is null ? value : null);
            }
        }

        foreach (var (contract, rows) in buckets.Read())
        {
            yield return rows is null
                ? new SourceRow<Group<T>>(null, new Surprise(Subject(contract, name), "One of its rows cannot be read."))
                : new SourceRow<Group<T>>(new Group<T>(new ContractId(contract), rows), null);
        }
    }

    private static SourceRow<TOut> Make<T, TOut>(Group<T> group, string subject, Func<ContractId, IReadOnlyList<T>, TOut> make)
        where TOut : class
    {
        try
        {
            return new SourceRow<TOut>(make(group.Id, group.Rows), null);
        }
        catch (DomainException exception)
        {
            return new SourceRow<TOut>(null, new Surprise($"{subject} {group.Id}", exception.Message));
        }
    }

    private async IAsyncEnumerable<SeedRow> RowsAsync(string name, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isMalformed = false;
        var format = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = true,
            MaxRecordSize = options.MaxLineBytes,
            OnMalformedRecord = _ => isMalformed = true,
            IncludeValuesInExceptions = false,
        };
        await using var csv = CsvReader.Create(stream, format, leaveOpen: true);
        await ParseAsync(name, async () =>
        {
            await csv.ReadHeaderAsync(cancellationToken);
            return true;
        });
        var row = new SeedRow(csv);
        while (await ParseAsync(name, async () => await csv.ReadAsync(cancellationToken)))
        {
            row.Begin(isMalformed || csv.FieldCount != csv.Headers.Count);
            isMalformed = false;
            yield return row;
        }
    }

    private async Task<bool> ParseAsync(string name, Func<Task<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or UnusableSourceException))
        {
            throw new UnusableSourceException($"{file.Source.Origin} is damaged: {name} is no CSV.", exception);
        }
    }

    /// <summary>Opens the entry with a name; null if there is none.</summary>
    private async Task<Entry?> FindAsync(string name, CancellationToken cancellationToken)
    {
        file.Stream.Position = 0;
        var meter = new Meter(options.MaxUnpackedBytes, $"{file.Source.Origin} unpacks to more than {options.MaxUnpackedBytes} bytes.");
        TarReader? tar = null;
        try
        {
            var unpacked = await BZip2Stream.CreateAsync(
                file.Stream, CompressionMode.Decompress, decompressConcatenated: true, leaveOpen: true, tolerateTruncatedStream: false, cancellationToken);
            tar = new TarReader(new MeteredStream(unpacked, meter, _damaged));
            while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                if (entry.DataStream is { } data && Path.GetFileName(entry.Name) == name)
                    return new Entry(tar, new MeteredStream(data, Meter.None, _damaged));
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or UnusableSourceException))
        {
            if (tar is not null) await tar.DisposeAsync();
            throw new UnusableSourceException(_damaged, exception);
        }

        await tar.DisposeAsync();
        return null;
    }

    private static string Subject(long contract, string file) =>
        contract > 0 ? string.Create(CultureInfo.InvariantCulture, $"contract {contract} in {file}") : $"a row of {file}";

    private sealed record Group<T>(ContractId Id, IReadOnlyList<T> Rows);

    private sealed record Entry(TarReader Tar, Stream Stream) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Tar.DisposeAsync();
    }
}
