using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace HangarBay.WebApi.Problems;

/// <summary>Errors in the form of RFC 9457.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(Of(StatusCodes.Status404NotFound, detail));

    public static ProblemDetails Of(int status, string detail) => new() { Status = status, Detail = detail };

    /// <summary>Lists every error of every parameter; the keys are the names in the URL.</summary>
    public static ProblemDetails Unacceptable(IReadOnlyDictionary<string, string[]> errors)
    {
        var names = string.Join(", ", errors.Keys);
        return new HttpValidationProblemDetails(errors.ToDictionary())
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Detail = errors.Count == 1 ? $"One parameter cannot be accepted: {names}." : $"{errors.Count} parameters cannot be accepted: {names}.",
        };
    }

    /// <summary>Fills in the fixed parts. No error here has a type of its own, so the title is the phrase of its status.</summary>
    public static void Complete(ProblemDetails problem, HttpContext http)
    {
        var status = problem.Status ??= http.Response.StatusCode;
        problem.Type = "about:blank";
        problem.Title = ReasonPhrases.GetReasonPhrase(status);
        problem.Detail ??= Describe(status);
        problem.Extensions["trace_id"] = TraceId.Of(http);
    }

    private static string Describe(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not well-formed.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not answer that method; see Allow.",
        StatusCodes.Status409Conflict => "The request conflicts with the current state; load it again.",
        StatusCodes.Status413PayloadTooLarge => "The request's body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The request's body has a type that the server does not read.",
        StatusCodes.Status429TooManyRequests => "Too many requests; see Retry-After.",
        StatusCodes.Status500InternalServerError => "The server failed unexpectedly; its log has the details under the trace id.",
        StatusCodes.Status503ServiceUnavailable => "This cannot be answered at the moment; see Retry-After.",
        _ => "The request cannot be answered.",
    };
}
