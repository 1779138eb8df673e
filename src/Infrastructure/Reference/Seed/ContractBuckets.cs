namespace HangarBay.Infrastructure.Reference.Seed;

/// <summary>
/// Groups rows by contract, although they come in any order, in memory that does not grow with the archive. Rows are spread over temporary
/// files by their contract's id, and each file is small enough to be held in memory. A null row marks a row of the contract that cannot be
/// read.
/// </summary>
internal sealed class ContractBuckets<T>(Action<BinaryWriter, T> write, Func<BinaryReader, T> read) : IDisposable
    where T : struct
{
    /// <summary>Number of files. All New Eden has about 370,000 lines, so a file has about 6,000.</summary>
    private const int Count = 64;

    private readonly FileStream?[] _files = new FileStream?[Count];
    private readonly BinaryWriter?[] _writers = new BinaryWriter?[Count];

    public void Add(long contract, T? row)
    {
        var writer = WriterOf((int)(contract & (Count - 1)));
        writer.Write(contract);
        writer.Write(row.HasValue);
        if (row is { } value) write(writer, value);
    }

    /// <summary>The rows of each contract; null if one of its rows cannot be read.</summary>
    public IEnumerable<(long Contract, IReadOnlyList<T>? Rows)> Read()
    {
        for (var bucket = 0; bucket < Count; bucket++)
        {
            if (_files[bucket] is null) continue;
            foreach (var (contract, rows) in Load(bucket)) yield return (contract, rows);
        }
    }

    public void Dispose()
    {
        foreach (var writer in _writers) writer?.Dispose();
    }

    private Dictionary<long, List<T>?> Load(int bucket)
    {
        _writers[bucket]!.Flush();
        var file = _files[bucket]!;
        file.Position = 0;
        using var reader = new BinaryReader(new BufferedStream(file, 65_536), System.Text.Encoding.UTF8, leaveOpen: true);
        var contracts = new Dictionary<long, List<T>?>();
        for (long length = file.Length, position = 0; position < length; position = reader.BaseStream.Position)
        {
            var contract = reader.ReadInt64();
            T? row = reader.ReadBoolean() ? read(reader) : null;
            if (!contracts.TryGetValue(contract, out var rows)) contracts[contract] = rows = [];
            if (row is null) contracts[contract] = null;
            else rows?.Add(row.Value);
        }

        return contracts;
    }

    private BinaryWriter WriterOf(int bucket)
    {
        if (_writers[bucket] is { } writer) return writer;
        var file = _files[bucket] = TemporaryFile.Create(FileOptions.None);
        return _writers[bucket] = new BinaryWriter(file);
    }
}
