using HangarBay.WebApi.Pages;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Problems;

/// <summary>
/// Writes every error: to people as a page, to programs as problem details. The framework's own writer declines where <c>Accept</c> names
/// neither JSON nor everything, and the error would lose its body.
/// </summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json, ErrorAnswers pages) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        Problem.Complete(problem, http);
        http.Response.Headers.CacheControl = "no-store";
        if (ErrorAnswers.IsForPeople(http.Request) && await pages.TryWriteAsync(http, problem)) return;
        // Without the request's own token: a request that took too long is cancelled, and still gets its error.
        await http.Response.WriteAsJsonAsync(problem, problem.GetType(), json.Value.SerializerOptions, Problem.ContentType, CancellationToken.None);
    }
}
