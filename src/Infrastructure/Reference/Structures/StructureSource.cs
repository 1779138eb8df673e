using System.Security.Cryptography;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Domain.Reference;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Reference.Structures;

/// <summary>
/// Opens the file of structures unless it is unchanged. A file from an address is compared by ETag or date, and every file by its checksum.
/// </summary>
internal sealed class StructureSource(SourceFiles files, IOptions<ReferenceOptions> options) : IStructureSource
{
    public async Task<IStructureFile?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken)
    {
        var file = await files.OpenAsync(source ?? options.Value.StructuresUrl.AbsoluteUri, known, cancellationToken);
        if (file is null) return null;
        try
        {
            var checksum = Convert.ToHexString(await SHA256.HashDataAsync(file.Stream, cancellationToken));
            if (checksum != known?.Checksum)
            {
                file.Stream.Position = 0;
                return new StructureFile(file with { Source = file.Source with { Checksum = checksum } }, options.Value.MaxLineBytes);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return null;
    }
}
