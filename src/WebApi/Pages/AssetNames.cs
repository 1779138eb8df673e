using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace HangarBay.WebApi.Pages;

/// <summary>By a file's name, the address of this very version of it, which may be kept for ever.</summary>
internal sealed class AssetNames(IEnumerable<EndpointDataSource> endpoints)
{
    private readonly Lazy<FrozenDictionary<string, string>> _addresses = new(() => endpoints
        .SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(asset => asset.Selectors.Count == 0)
        .Select(asset => (Label: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value, asset.Route))
        .Where(asset => asset.Label is not null)
        .ToFrozenDictionary(asset => asset.Label!, asset => $"/{asset.Route}", StringComparer.Ordinal));

    /// <summary>Another one where any of the files is another.</summary>
    public string Version => string.Join(' ', _addresses.Value.Values.Order(StringComparer.Ordinal));

    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string name] => _addresses.Value[name];
}
