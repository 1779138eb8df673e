using System.Globalization;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Domain.Reference;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Reference.StaticData;

internal sealed class StaticDataSource(SourceFiles files, IOptions<ReferenceOptions> options) : IStaticDataSource
{
    public async Task<IStaticData?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            var newest = await NewestBuildAsync(cancellationToken);
            if (newest == known?.Build) return null;
            source = Below($"eve-online-static-data-{newest.ToString(CultureInfo.InvariantCulture)}-jsonl.zip").AbsoluteUri;
        }

        var file = await files.OpenAsync(source, known, cancellationToken);
        if (file is null) return null;
        try
        {
            return await StaticDataZip.OpenAsync(file, options.Value, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            await file.DisposeAsync();
            throw new UnusableSourceException($"{file.Source.Origin} is no zip archive.", exception);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<long> NewestBuildAsync(CancellationToken cancellationToken)
    {
        var address = Below("latest.jsonl");
        var bytes = await files.ReadAsync(address, cancellationToken);
        return BuildLine.TryRead(bytes) ?? throw new UnusableSourceException($"{address} does not name the newest build.");
    }

    private Uri Below(string name)
    {
        var folder = options.Value.StaticDataUrl.AbsoluteUri;
        return new Uri(folder.EndsWith('/') ? folder + name : $"{folder}/{name}");
    }
}
