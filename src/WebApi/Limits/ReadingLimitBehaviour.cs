using HangarBay.Application.Abstractions;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>What somebody outside asks for is cut when it takes too long; the sync may take its time.</summary>
internal sealed class ReadingLimitBehaviour<TRequest, TResponse>(IReadingLimit limit, IOptions<ApiOptions> options) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IReadFromText
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        limit.Set(options.Value.RequestTimeout);
        return next();
    }
}
