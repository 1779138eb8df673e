using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HangarBay.Infrastructure.Esi;

/// <summary>One answer of ESI. Its headers are read; its body is not yet.</summary>
internal sealed class EsiReply(HttpResponseMessage response, DateTimeOffset receivedAt, long maxBodyBytes)
{
    // Far more than any region has. A larger number is an error of the sender, and the answer is refused as unreadable.
    private const int MostPages = 10_000;

    // By how much the clocks of ESI's servers may differ from each other.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    // The largest first buffer. The announced length is not trusted, so it does not decide how much memory is reserved.
    private const int LargestGuess = 1 << 20;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Whether a sandbox answered; it marks every answer with a header.</summary>
    public bool IsSandbox => response.Headers.Contains("X-Sandbox");

    public string? ETag => response.Headers.ETag?.ToString();

    /// <summary>
    /// The time on ESI's clock by which generations are compared; null if the answer lacks it. It is never later than the answer itself plus
    /// the allowed skew: a list from the future would keep every later list out.
    /// </summary>
    public DateTimeOffset? LastModified => response.Content.Headers.LastModified is not { } told ? null : told > Date + Skew ? Date : told;

    /// <summary>ESI's clock at the time of the answer; our clock if the answer has no date.</summary>
    public DateTimeOffset Date => response.Headers.Date ?? receivedAt;

    /// <summary>The number of pages; null if the answer lacks it.</summary>
    /// <exception cref="AttemptFailedException">The header is not a number of pages.</exception>
    public int? PageCount
    {
        get
        {
            if (!response.Headers.TryGetValues("X-Pages", out var values)) return null;
            return int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages <= MostPages
                ? Math.Max(1, pages)
                : throw Unreadable("X-Pages is not a valid number of pages.");
        }
    }

    /// <summary>See <see cref="Freshness"/>.</summary>
    public DateTimeOffset ExpiresAt(TimeSpan cacheAge) => Freshness.ExpiresAt(response, receivedAt, cacheAge);

    public AttemptFailedException Refused() => new(AttemptFailure.Refused, $"ESI answered {(int)Status}.");

    public static AttemptFailedException Unreadable(string reason) => new(AttemptFailure.Unreadable, reason);

    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        await using var body = await OpenAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw Unreadable("ESI's answer is empty.");
    }

    /// <summary>The rows of a JSON array, each read by itself: an unreadable row never affects another (M9).</summary>
    public async Task<List<Row<T>>> RowsAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var body = await OpenAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp((int)(response.Content.Headers.ContentLength ?? 0) + 1, 4096, LargestGuess));
        try
        {
            var length = 0;
            int read;
            while ((read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length == buffer.Length) Grow(ref buffer);
            }

            return RowReading.ReadAll(buffer.AsSpan(0, length), type);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The start of an error's body; empty if it cannot be read, as an error is never requested twice.</summary>
    public async Task<string> ErrorTextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await OpenAsync(cancellationToken);
            var buffer = new byte[4096];
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException)
        {
            return "";
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), maxBodyBytes);
}
