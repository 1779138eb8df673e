using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Limits;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Exports;

/// <summary>
/// Rows as a file, sent while they are read. An export that cannot be finished is aborted, so that nobody takes it for complete.
/// </summary>
internal sealed class ExportAnswer<T>(ExportFile file, IAsyncEnumerable<IReadOnlyList<T>> batches, Func<Stream, IRowWriter<T>> writerTo) : IResult
{
    /// <summary>The processor time of one row, roughly.</summary>
    private static readonly TimeSpan TimeOfRow = TimeSpan.FromMicroseconds(10);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await SendAsync(httpContext);
        }
        catch (Exception) when (httpContext.RequestAborted.IsCancellationRequested && httpContext.Response.HasStarted)
        {
            // An aborted read may throw anything: the client went away, or the export took too long.
            httpContext.Abort();
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var (places, client) = (http.RequestServices.GetRequiredService<AnswerPlaces>(), ClientAddress.Of(http));
        places.RequireTime(client);
        await using var batch = batches.GetAsyncEnumerator(cancellationToken);
        // Reads before anything is sent, so that an error can still be answered.
        var hasRows = await batch.MoveNextAsync();
        Describe(http);
        await using var writer = writerTo(http.Response.Body);
        await writer.BeginAsync(cancellationToken);
        if (http.WantsHeadersOnly()) return;
        for (; hasRows; hasRows = await batch.MoveNextAsync())
        {
            await writer.WriteAsync(batch.Current, cancellationToken);
            // Charged by rows and not by time, because most of the time is spent waiting for the reader.
            places.Charge(client, batch.Current.Count * TimeOfRow);
        }
    }

    private void Describe(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var name = FormattableString.Invariant($"hangar-bay-{file.What}-{now:yyyyMMdd'T'HHmmss'Z'}.{file.Extension}");
        http.Response.ContentType = file.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        http.Response.Headers.CacheControl = "no-store";
    }
}
