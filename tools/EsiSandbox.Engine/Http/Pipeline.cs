using Microsoft.AspNetCore.Http;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>What happens to every request for an ESI route: limits, faults, the answer, conditions, sending.</summary>
internal static class Pipeline
{
    private const string LimitExceeded =
        "This software has exceeded the error limit for ESI. If you are a user, please contact the maintainer of this software. " +
        "If you are a developer/maintainer, please make a greater effort in the future to receive valid responses.";

    /// <summary>The route for a path that ESI does not have.</summary>
    private static readonly EsiRoute Nowhere = new("GET", "", (_, _) => Answer.Error(404, "Not found!"));

    public static RequestDelegate For(Sandbox sandbox, EsiRoute? route = null) => http => ServeAsync(sandbox, http, route ?? Nowhere);

    private static async Task ServeAsync(Sandbox sandbox, HttpContext http, EsiRoute route)
    {
        var came = sandbox.Time.GetUtcNow();
        var status = 0;
        Call? call = null;
        DateTimeOffset? expires = null;
        sandbox.Requests.Enter();
        try
        {
            call = await Call.ReadAsync(http, route);
            var answer = Conditional(await AnswerAsync(sandbox, call), http.Request);
            if (sandbox.Tokens.For(route) is { } bucket)
                bucket.Spend(answer.Status);
            else if (route.IsEsi)
                sandbox.Errors.Count(answer.Status);
            (status, expires) = (answer.Status, answer.Expires);
            await Sending.SendAsync(sandbox, call, answer);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up or the server stops, so there is nobody to answer.
        }
        finally
        {
            sandbox.Requests.Leave(new(
                came, http.Request.Method, http.Request.Path + http.Request.QueryString.ToString(), route.Name, status,
                http.Request.Headers.IfNoneMatch.Count > 0, http.Request.Headers.UserAgent.ToString())
            {
                Expires = expires,
                Faults = call?.Faults ?? [],
            });
        }
    }

    private static ValueTask<Answer> AnswerAsync(Sandbox sandbox, Call call)
    {
        if (!call.Route.IsEsi)
            return sandbox.Faults.AnswerAsync(call, () => call.Route.Respond(sandbox, call));
        if (sandbox.Downtime.IsComingUp)
            return new(Answer.Error(503, "The datasource tranquility is temporarily unavailable"));
        if (sandbox.Errors.Read().Remain == 0)
            return new(Answer.Error(420, LimitExceeded));
        if (sandbox.Tokens.For(call.Route)?.WaitSeconds() is { } wait)
            return new(Answer.Error(429, "Rate limit exceeded") with { RetryAfter = wait });
        return sandbox.Faults.AnswerAsync(call, () => call.Route.Respond(sandbox, call));
    }

    private static Answer Conditional(Answer answer, HttpRequest request)
    {
        if (answer.Status != 200)
            return answer;
        var tags = request.Headers.IfNoneMatch.ToString();
        var same = tags.Length > 0
            ? EntityTag.Matches(tags, answer.ETag)
            : request.Headers.IfModifiedSince.Count > 0 && request.GetTypedHeaders().IfModifiedSince is { } since && answer.LastModified is { } modified
                && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
        return same ? answer with { Status = 304, Body = [] } : answer;
    }
}
