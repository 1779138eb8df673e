using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace HangarBay.WebApi.Pages;

/// <summary>Finds the address of a file's present version by the file's name. Browsers may keep what is at that address for ever.</summary>
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

    /// <summary>Changes when any of the files changes.</summary>
    public string Version => string.Join(' ', _addresses.Value.Values.Order(StringComparer.Ordinal));

    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string this[string name] => _addresses.Value[name];
}
