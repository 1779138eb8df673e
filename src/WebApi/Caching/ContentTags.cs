using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Caching;

/// <summary>
/// Tags answers that depend on more than the market by their content. They are made each time, and sent where the client does not have
/// them.
/// </summary>
internal static class ContentTags
{
    public static T TaggedByContent<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var output = http.Response.Body;
            using var buffer = new MemoryStream();
            http.Response.Body = buffer;
            try
            {
                if (await next(context) is IResult result) await result.ExecuteAsync(http);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
            finally
            {
                http.Response.Body = output;
            }

            await SendAsync(http, buffer);
            return Results.Empty;
        });
        return routes;
    }

    private static async Task SendAsync(HttpContext http, MemoryStream content)
    {
        var response = http.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = AnswerTag.OfContent(content.GetBuffer().AsSpan(0, (int)content.Length));
            response.Headers.ETag = tag.ETagText;
            if (tag.IsKnownTo(http.Request) || AnswerTag.IsAnyKnownTo(http.Request))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.Remove(HeaderNames.ContentType);
                response.ContentLength = null;
                return;
            }
        }

        response.ContentLength = content.Length;
        content.Position = 0;
        await content.CopyToAsync(response.Body, http.RequestAborted);
    }
}
