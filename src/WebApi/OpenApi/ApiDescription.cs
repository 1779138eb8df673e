using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>
/// The API's description in bytes. It depends on the build alone, so it is made once, even if many requests ask at the same time.
/// </summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents)
{
    public const string Name = "v1";

    private readonly Lock _lock = new();
    private Task<byte[]>? _bytes;

    public Task<byte[]> ReadAsync()
    {
        // The task belongs to no request, so a client that goes away does not cancel it. A task that failed is replaced.
        lock (_lock) return _bytes is { IsFaulted: false, IsCanceled: false } made ? made : _bytes = Task.Run(MakeAsync);
    }

    private async Task<byte[]> MakeAsync()
    {
        var document = await documents.GetOpenApiDocumentAsync();
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1);
        return bytes.ToArray();
    }
}
