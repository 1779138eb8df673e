using HangarBay.Application.Sync;
using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Application.Sync.SweepingRegion;
using MediatR;

namespace HangarBay.Application.Pipeline;

/// <summary>Counts the results of the sync's steps by their answers, so that no step has to count for itself.</summary>
internal sealed class MeasuringBehaviour<TRequest, TResponse>(SyncMetrics metrics, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var began = time.GetTimestamp();
        var response = await next();
        switch (response)
        {
            case SweepResult sweep:
                metrics.Swept(sweep, time.GetElapsedTime(began));
                break;
            case NamesResult names:
                metrics.NamesSettled(names.Settled);
                break;
            case int removed when request is PruneClosed:
                metrics.Pruned(removed);
                break;
        }

        return response;
    }
}
