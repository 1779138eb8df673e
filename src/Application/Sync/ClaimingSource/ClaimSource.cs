using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.ClaimingSource;

/// <summary>
/// Checks that this database holds contracts of the source that answers (M11). A new database takes the source as its own; any other source
/// is refused. Returns the source.
/// </summary>
/// <exception cref="SourceRefusedException">The database holds contracts of another source.</exception>
/// <exception cref="SettingException"><c>Esi:Contact</c> is not set, and the source is real.</exception>
public sealed record ClaimSource : IRequest<string>;

internal sealed class ClaimSourceHandler(
    IEsi esi, IRepository<MarketState> market, IUnitOfWork unitOfWork, ILogger<ClaimSourceHandler> logger)
    : IRequestHandler<ClaimSource, string>
{
    public async Task<string> Handle(ClaimSource request, CancellationToken cancellationToken)
    {
        var source = await esi.GetSourceAsync(cancellationToken);
        if (source.StartsWith("live", StringComparison.Ordinal) && !esi.HasContact)
            throw new SettingException("Esi:Contact is not set; ESI asks every client for an e-mail address or URL to write to, so nothing is read without it.");

        var state = await market.FindAsync(MarketState.OnlyId, cancellationToken);
        if (state is not null)
        {
            state.Accept(source);
            return source;
        }

        market.Add(new MarketState(source));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        Log.Source(logger, source);
        return source;
    }
}
