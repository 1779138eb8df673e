using System.Diagnostics;
using MediatR;

namespace HangarBay.Application.Pipeline;

/// <summary>One span a request, by its name alone: what it holds may be what a user typed.</summary>
internal sealed class TracingBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var span = Tracing.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (Exception exception)
        {
            // By its type: a message may quote what was typed.
            span?.SetTag("error.type", exception.GetType().Name);
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
