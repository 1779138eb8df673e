using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Esi;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Reference.Seed;

/// <summary>Opens archives, and ensures that contracts of a sandbox and real ones never mix (M11).</summary>
internal sealed class SeedArchives(SourceFiles files, IOptions<ReferenceOptions> options, IOptions<EsiOptions> esi) : ISeedArchives
{
    private const string EveRef = "everef";
    private const string Tranquility = "tranquility";

    public async Task<ISeedArchive> OpenAsync(string seed, bool isLive, CancellationToken cancellationToken)
    {
        var isEveRef = seed.Trim().Equals(EveRef, StringComparison.OrdinalIgnoreCase);
        if (isEveRef && !isLive)
            throw new SourceRefusedException("Market:Seed is \"everef\", which has real contracts; this database holds contracts of a sandbox.");
        var source = isEveRef ? options.Value.SeedUrl.AbsoluteUri : seed.Trim();
        if (!isLive) RequireOwn(SourceFiles.AddressOf(source));

        var file = (await files.OpenAsync(source, known: null, cancellationToken))!;
        try
        {
            // A redirect may lead to another server.
            if (!isLive) RequireOwn(file.Answered);
            var archive = new SeedTar(file, options.Value);
            if (isLive && (file.IsSandbox || await archive.DatasourceAsync(cancellationToken) is not (null or Tranquility)))
                throw new SourceRefusedException($"{file.Source.Origin} holds contracts of a sandbox; this database holds real ones.");
            return archive;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Allows only that same sandbox to seed a sandbox's database, or a file, for which the operator is responsible.</summary>
    private void RequireOwn(Uri? address)
    {
        if (address is null) return;
        var own = esi.Value.BaseUrl;
        if (!string.Equals(address.Host, own.Host, StringComparison.OrdinalIgnoreCase) || address.Port != own.Port)
            throw new SourceRefusedException("Market:Seed names another address than Esi:BaseUrl; a sandbox's database is seeded from that sandbox only.");
    }
}
