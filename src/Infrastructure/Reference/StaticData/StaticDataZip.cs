using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Sync;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Reference.StaticData;

/// <summary>
/// The export's zip. Entries are streamed and never written to disk, so their names can do no harm. Their total unpacked size is bounded,
/// whatever lengths the archive states.
/// </summary>
internal sealed partial class StaticDataZip : IStaticData
{
    private const string BuildFile = "_sde.jsonl";

    private static readonly string[] Wanted =
    [
        "categories.jsonl", "groups.jsonl", "marketGroups.jsonl", "types.jsonl",
        "mapRegions.jsonl", "mapConstellations.jsonl", "mapSolarSystems.jsonl", "mapStargates.jsonl",
    ];

    private readonly SourceFile _file;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReferenceOptions _options;
    private readonly Meter _meter;
    private bool _isWhole;

    private StaticDataZip(SourceFile file, ZipArchive archive, ReferenceOptions options)
    {
        (_file, _archive, _options) = (file, archive, options);
        _meter = NewMeter();
        foreach (var entry in archive.Entries) _entries.TryAdd(entry.Name, entry);
    }

    public ImportSource Source => _file.Source with { Build = Build };

    public long Build { get; private set; }

    public long Position => _meter.Read;

    public long Length { get; private set; }

    /// <exception cref="InvalidDataException">The file is not a zip archive.</exception>
    /// <exception cref="UnusableSourceException">The archive is not a Static Data Export, or its build cannot be read.</exception>
    public static async Task<StaticDataZip> OpenAsync(SourceFile file, ReferenceOptions options, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(file.Stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var data = new StaticDataZip(file, zip, options);
        var missing = Wanted.Where(name => !data._entries.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            throw new UnusableSourceException($"{file.Source.Origin} is no Static Data Export in JSONL form: it lacks {string.Join(", ", missing)}.");

        data.Length = Wanted.Sum(name => data._entries[name].Length);
        data.Build = await data.ReadBuildAsync(cancellationToken)
            ?? throw new UnusableSourceException($"{file.Source.Origin} does not name its build.");
        return data;
    }

    public IAsyncEnumerable<SourceRow<ItemCategory>> CategoriesAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[0], StaticDataJson.Default.CategoryLine,
        line => new ItemCategory(new CategoryId(line.Key), Name(line), line.Published), cancellationToken);

    public IAsyncEnumerable<SourceRow<ItemGroup>> GroupsAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[1], StaticDataJson.Default.GroupLine,
        line => new ItemGroup(new GroupId(line.Key), new CategoryId(line.CategoryId), Name(line), line.Published), cancellationToken);

    public IAsyncEnumerable<SourceRow<MarketGroup>> MarketGroupsAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[2], StaticDataJson.Default.MarketGroupLine,
        line => new MarketGroup(new MarketGroupId(line.Key), Node(line.ParentGroupId), Name(line)), cancellationToken);

    public IAsyncEnumerable<SourceRow<StaticType>> TypesAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[3], StaticDataJson.Default.TypeLine,
        line => new StaticType(
            new TypeId(line.Key), Name(line), new GroupId(line.GroupId), Node(line.MarketGroupId), line.Published, line.Volume),
        cancellationToken);

    public IAsyncEnumerable<SourceRow<Region>> RegionsAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[4], StaticDataJson.Default.RegionLine, line => new Region(new RegionId(line.Key), Name(line)), cancellationToken);

    public IAsyncEnumerable<SourceRow<Constellation>> ConstellationsAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[5], StaticDataJson.Default.ConstellationLine,
        line => new Constellation(new ConstellationId(line.Key), new RegionId(line.RegionId), Name(line)), cancellationToken);

    public IAsyncEnumerable<SourceRow<SolarSystem>> SystemsAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[6], StaticDataJson.Default.SystemLine,
        line => new SolarSystem(
            new SystemId(line.Key), Name(line), SecurityStatus.Of(line.SecurityStatus), new ConstellationId(line.ConstellationId),
            new RegionId(line.RegionId)),
        cancellationToken);

    public IAsyncEnumerable<SourceRow<Stargate>> StargatesAsync(CancellationToken cancellationToken) => RowsAsync(
        Wanted[7], StaticDataJson.Default.StargateLine,
        line => new Stargate(new StargateId(line.Key), new SystemId(line.SolarSystemId), new SystemId(line.Destination.SolarSystemId)),
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _file.DisposeAsync();
    }

    private async IAsyncEnumerable<SourceRow<T>> RowsAsync<TLine, T>(
        string name, JsonTypeInfo<TLine> type, Func<TLine, T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TLine : KeyedLine
        where T : class
    {
        await RequireWholeAsync(cancellationToken);
        await using var stream = await OpenAsync(name, _meter, cancellationToken);
        await foreach (var line in JsonLines.ReadAsync(stream, _options.MaxLineBytes, cancellationToken)) yield return Read(name, line, type, make);
    }

    /// <summary>Checks all wanted files before the first row of any file, so that nothing of a damaged archive is stored.</summary>
    /// <exception cref="UnusableSourceException">A file does not match its checksum, which the library does not check.</exception>
    private async Task RequireWholeAsync(CancellationToken cancellationToken)
    {
        if (_isWhole) return;
        var meter = NewMeter();
        foreach (var name in Wanted) await RequireWholeAsync(name, meter, cancellationToken);
        _isWhole = true;
    }

    private async Task RequireWholeAsync(string name, Meter meter, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(name, meter, cancellationToken);
        var checksum = new Crc32();
        await checksum.AppendAsync(stream, cancellationToken);
        if (checksum.GetCurrentHashAsUInt32() != _entries[name].Crc32)
            throw new UnusableSourceException($"{_file.Source.Origin} is damaged: {name} does not match its checksum.");
    }

    private Meter NewMeter() => new(_options.MaxUnpackedBytes, $"{_file.Source.Origin} unpacks to more than {_options.MaxUnpackedBytes} bytes.");

    private SourceRow<T> Read<TLine, T>(string name, JsonLine line, JsonTypeInfo<TLine> type, Func<TLine, T> make)
        where TLine : KeyedLine
        where T : class
    {
        SourceRow<T> SetAside(string reason) =>
            new(null, new Surprise(string.Create(CultureInfo.InvariantCulture, $"{name} line {line.Number}"), reason));
        if (line.Bytes is not { } bytes) return SetAside($"The line is longer than {_options.MaxLineBytes} bytes.");

        try
        {
            var read = JsonSerializer.Deserialize(bytes.Span, type);
            if (read is null or { Key: < 0 }) return SetAside("The line has no id.");
            return new SourceRow<T>(make(read), null);
        }
        catch (JsonException exception)
        {
            var key = exception.Path?.TrimStart('$', '.');
            return SetAside(string.IsNullOrEmpty(key) ? "The line is not the JSON it should be." : $"{key} is of the wrong kind, or out of range.");
        }
        catch (DomainException exception)
        {
            return SetAside(exception.Message);
        }
    }

    private async Task<Stream> OpenAsync(string name, Meter meter, CancellationToken cancellationToken)
    {
        var damaged = $"{_file.Source.Origin} is damaged: {name} cannot be unpacked.";
        try
        {
            return new MeteredStream(await _entries[name].OpenAsync(cancellationToken), meter, damaged);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnusableSourceException(damaged, exception);
        }
    }

    /// <summary>The build from the archive's own build file, or from the archive's name if it has no such file; null if unknown.</summary>
    private async Task<long?> ReadBuildAsync(CancellationToken cancellationToken)
    {
        if (!_entries.ContainsKey(BuildFile))
        {
            return BuildInName().Match(_file.Source.Origin) is { Success: true } match
                && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var build)
                    ? build
                    : null;
        }

        await RequireWholeAsync(BuildFile, NewMeter(), cancellationToken);
        await using var stream = await OpenAsync(BuildFile, NewMeter(), cancellationToken);
        await foreach (var line in JsonLines.ReadAsync(stream, _options.MaxLineBytes, cancellationToken))
            return line.Bytes is { } bytes ? BuildLine.TryRead(bytes.Span) : null;
        return null;
    }

    private static MarketGroupId? Node(int? id) => id is { } known ? new MarketGroupId(known) : null;

    /// <summary>The name in the languages that Hangar Bay knows. Other languages of the export are ignored.</summary>
    private static LocalisedName Name(NamedLine line) => LocalisedName.Of(
        from text in line.Name
        where text.Value is not null && Languages.ContainsKey(text.Key)
        select KeyValuePair.Create(Languages[text.Key], text.Value));

    private static readonly Dictionary<string, Language> Languages =
        Enum.GetValues<Language>().ToDictionary(language => language.ToString(), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"-(\d{1,15})-jsonl\.zip$")]
    private static partial Regex BuildInName();
}
