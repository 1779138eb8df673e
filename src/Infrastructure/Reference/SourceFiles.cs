using System.Net;
using System.Net.Http.Headers;
using HangarBay.Application.Reference;
using HangarBay.Domain.Reference;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Reference;

/// <summary>
/// Opens the file or the address that an operator names. An address is downloaded to a temporary file, as archives need a seekable stream.
/// </summary>
internal sealed class SourceFiles(HttpClient http, IOptions<ReferenceOptions> options, TimeProvider time)
{
    private readonly ReferenceOptions _options = options.Value;

    public static Uri? AddressOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" } ? address : null;

    /// <summary>Opens the source; null if an address answers that it is unchanged since <paramref name="known"/>.</summary>
    public async Task<SourceFile?> OpenAsync(string source, ImportSource? known, CancellationToken cancellationToken) =>
        AddressOf(source) is { } address ? await DownloadAsync(address, known, cancellationToken) : OpenFile(source);

    /// <summary>Downloads a small file into memory, cut to <see cref="ReferenceOptions.MaxLineBytes"/>.</summary>
    public async Task<byte[]> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        await using var file = (await DownloadAsync(address, known: null, cancellationToken))!;
        var bytes = new byte[Math.Min(file.Stream.Length, _options.MaxLineBytes)];
        await file.Stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static SourceFile OpenFile(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81_920, FileOptions.Asynchronous);
            return new SourceFile(stream, new ImportSource(Path.GetFileName(path), null, null, null, null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableSourceException($"The file {path} cannot be opened.", exception);
        }
    }

    private async Task<SourceFile?> DownloadAsync(Uri address, ImportSource? known, CancellationToken cancellationToken)
    {
        var origin = OriginOf(address);
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = NewRequest(address, known?.Origin == origin ? known : null);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return null;
            if (response.StatusCode != HttpStatusCode.OK)
                throw new UnusableSourceException($"{origin} answered {(int)response.StatusCode}.");
            return await StoreAsync(response, origin, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new UnusableSourceException($"{origin} did not answer in full within {_options.Timeout}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new UnusableSourceException($"{origin} could not be read.", exception);
        }
    }

    private async Task<SourceFile> StoreAsync(HttpResponseMessage response, string origin, CancellationToken cancellationToken)
    {
        var tooLarge = $"{origin} is larger than {_options.MaxDownloadBytes} bytes.";
        if (response.Content.Headers.ContentLength > _options.MaxDownloadBytes) throw new UnusableSourceException(tooLarge);

        var file = TemporaryFile.Create(FileOptions.Asynchronous);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await using var metered = new MeteredStream(body, new Meter(_options.MaxDownloadBytes, tooLarge), $"{origin} could not be read to its end.");
            await metered.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            var source = new ImportSource(
                origin, null, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified, null);
            return new SourceFile(file, source)
            {
                Answered = response.RequestMessage?.RequestUri,
                IsSandbox = response.Headers.Contains("X-Sandbox"),
            };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static HttpRequestMessage NewRequest(Uri address, ImportSource? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known?.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag)) request.Headers.IfNoneMatch.Add(tag);
        else if (known?.LastModified is { } modified) request.Headers.IfModifiedSince = modified;
        return request;
    }

    /// <summary>The address without user, password and query, which may contain secrets.</summary>
    private static string OriginOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
