using System.Globalization;

namespace HangarBay.WebApi.Problems;

/// <summary>An error that ends a request before, or instead of, its endpoint.</summary>
internal static class Refusal
{
    /// <param name="http">The request. Nothing of its answer was sent yet.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="detail">The reason, as a sentence.</param>
    /// <param name="retryAfter">How long to wait before the next try, sent in whole seconds, at least one; null: the answer names no
    /// time.</param>
    public static Task RefuseAsync(this HttpContext http, int status, string detail, TimeSpan? retryAfter = null)
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Seconds(wait);
        var problems = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        return problems.WriteAsync(new() { HttpContext = http, ProblemDetails = Problem.Of(status, detail) }).AsTask();
    }

    /// <summary>The value of a <c>Retry-After</c> header: whole seconds, at least one.</summary>
    public static string Seconds(TimeSpan wait) => ((int)Math.Max(1, Math.Ceiling(wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
}
