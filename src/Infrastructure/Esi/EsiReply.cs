using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HangarBay.Infrastructure.Esi;

/// <summary>One answer of ESI, its headers read and its body still to come.</summary>
internal sealed class EsiReply(HttpResponseMessage response, DateTimeOffset receivedAt, long maxBodyBytes)
{
    // Far beyond any region; a larger number is a mistake, and asking for so many pages would be another.
    private const int MostPages = 10_000;

    // What ESI's servers may differ by among themselves.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    // A length that is announced is a promise of the sender, not a reason to set so much aside.
    private const int LargestGuess = 1 << 20;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The sandbox marks every answer.</summary>
    public bool IsSandbox => response.Headers.Contains("X-Sandbox");

    public string? ETag => response.Headers.ETag?.ToString();

    /// <summary>
    /// On ESI's clock, as generations are compared by it. Never later than the answer itself: a list from the future would keep
    /// every later one out.
    /// </summary>
    public DateTimeOffset? LastModified => response.Content.Headers.LastModified is not { } told ? null : told > Date + Skew ? Date : told;

    /// <summary>ESI's clock at the answer; ours where it does not say.</summary>
    public DateTimeOffset Date => response.Headers.Date ?? receivedAt;

    /// <summary>Null where the answer lacks it.</summary>
    /// <exception cref="AttemptFailedException">It is no number of pages.</exception>
    public int? PageCount
    {
        get
        {
            if (!response.Headers.TryGetValues("X-Pages", out var values)) return null;
            return int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages <= MostPages
                ? Math.Max(1, pages)
                : throw Unreadable("X-Pages is no number of pages.");
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

    /// <summary>The rows of a JSON array, each by itself: what one holds never spoils another (M9).</summary>
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

    /// <summary>The start of an error's body; empty where it cannot be had, as an error is never asked for twice.</summary>
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
