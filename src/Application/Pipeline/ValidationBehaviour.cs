using FluentValidation;
using FluentValidation.Results;
using HangarBay.Application.Abstractions;
using MediatR;

namespace HangarBay.Application.Pipeline;

/// <summary>Validates a request once, before its handler, and reports all its flaws together.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = (request as IReadFromText)?.Unreadable
            .Select(parameter => new ValidationFailure(parameter.Name, parameter.Message))
            .ToList() ?? [];
        foreach (var validator in validators)
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);

        return failures.Count == 0 ? await next() : throw new ValidationException(failures);
    }
}
