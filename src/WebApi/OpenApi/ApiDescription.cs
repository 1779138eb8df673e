using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>The API's description as it goes out: it depends on the build alone, so it is made once, however many ask first.</summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider documents)
{
    public const string Name = "v1";

    private readonly Lock _lock = new();
    private Task<byte[]>? _bytes;

    public Task<byte[]> ReadAsync()
    {
        // It is nobody's own, so who leaves takes nothing along; one that failed is made again.
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
