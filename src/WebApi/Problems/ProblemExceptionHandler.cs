using System.Globalization;
using FluentValidation;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.WebApi.Limits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace HangarBay.WebApi.Problems;

/// <summary>The one place where an exception becomes an answer.</summary>
internal sealed class ProblemExceptionHandler(
    IProblemDetailsService problems, IDatabaseFaults database, DatabaseTrouble trouble, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;
    private const int SecondsToRetry = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The client went away: an aborted read may throw anything, nothing went wrong, and nobody receives an answer.
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = Explain(exception, httpContext);
        httpContext.Response.StatusCode = problem.Status!.Value;
        await problems.WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
        return true;
    }

    private ProblemDetails Explain(Exception exception, HttpContext http)
    {
        switch (exception)
        {
            case ValidationException validation:
                return Problem.Unacceptable(ByParameter(validation));
            case ConflictException:
                return Problem.Of(StatusCodes.Status409Conflict, exception.Message);
            case ConcurrentChangeException or AlreadyExistsException:
                // Both get the same answer, because the difference would tell what other users have.
                return new ProblemDetails { Status = StatusCodes.Status409Conflict };
            case TooMuchAskedException refused:
                http.Response.Headers.RetryAfter = Refusal.Seconds(refused.RetryAfter);
                return Problem.Of(refused.Status, refused.Message);
            case BadHttpRequestException bad:
                return new ProblemDetails { Status = bad.StatusCode };
        }

        if (database.Explain(exception) is not { } fault)
        {
            Log.Failed(logger, exception, http.Request.Method, http.GetEndpoint()?.DisplayName);
            return new ProblemDetails { Status = StatusCodes.Status500InternalServerError };
        }

        trouble.Tell(fault, exception);
        http.Response.Headers.RetryAfter = SecondsToRetry.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, fault.Message);
    }

    private static SortedDictionary<string, string[]> ByParameter(ValidationException validation) => new(
        validation.Errors
            .GroupBy(error => PropertyName.ToParameter(error.PropertyName))
            .ToDictionary(group => group.Key, group => group.Select(error => error.ErrorMessage).Distinct().ToArray()),
        StringComparer.Ordinal);
}
