using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Browse = HangarBay.Application.Contracts.BrowseContracts.BrowseContracts;

namespace HangarBay.Bench.Questions;

/// <summary>A list that is asked for, in process and over HTTP.</summary>
internal sealed record Question(string Name, Browse Browse)
{
    private static readonly Browse Nothing = new();

    // Parameters are named as the properties are.
    private static readonly PropertyInfo[] Parameters = [.. typeof(Browse).GetProperties().Where(property => property.CanWrite && property.Name != nameof(Browse.Unreadable))];

    public bool HasFacets => Browse.Facets.Count > 0;

    /// <summary>Below <c>/api/v1/</c>.</summary>
    public string Path => $"contracts/?{string.Join('&', Parameters.Where(IsGiven).SelectMany(Words))}";

    private bool IsGiven(PropertyInfo property) => !Equals(property.GetValue(Browse), property.GetValue(Nothing));

    private IEnumerable<string> Words(PropertyInfo property)
    {
        var value = property.GetValue(Browse)!;
        return (value is IEnumerable and not string ? ((IEnumerable)value).Cast<object>() : [value])
            .Select(one => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}={Uri.EscapeDataString(Word(one))}");
    }

    private static string Word(object value) => value switch
    {
        Enum or bool => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
