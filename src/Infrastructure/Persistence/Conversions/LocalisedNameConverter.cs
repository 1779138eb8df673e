using System.Text.Json;
using HangarBay.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HangarBay.Infrastructure.Persistence.Conversions;

/// <summary>A name in all its languages as one JSON object: <c>{"en":"Rokh","de":"Rokh"}</c>.</summary>
internal sealed class LocalisedNameConverter() : ValueConverter<LocalisedName, string>(name => Write(name), text => Read(text))
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Write(LocalisedName name) => JsonSerializer.Serialize(
        name.Texts.ToDictionary(text => text.Key.ToString().ToLowerInvariant(), text => text.Value), Plain);

    private static LocalisedName Read(string text) => LocalisedName.Of(
        JsonSerializer.Deserialize<Dictionary<string, string>>(text, Plain)!
            .Select(pair => KeyValuePair.Create(Enum.Parse<Language>(pair.Key, ignoreCase: true), pair.Value)));
}

internal sealed class LocalisedNameComparer() : ValueComparer<LocalisedName>(
    (left, right) => object.Equals(left, right), name => name.GetHashCode(), name => name);
