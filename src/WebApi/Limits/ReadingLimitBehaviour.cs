using HangarBay.Application.Abstractions;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>Ends the queries of a question from outside after the time that an answer may take.</summary>
internal sealed class ReadingLimitBehaviour<TRequest, TResponse>(IReadingLimit limit, IOptions<ApiOptions> options) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, ILimitedQuestion
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        limit.Set(options.Value.RequestTimeout);
        return next();
    }
}
