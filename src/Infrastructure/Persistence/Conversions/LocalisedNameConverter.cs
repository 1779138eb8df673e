using System.Text;
using System.Text.Json;
using HangarBay.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HangarBay.Infrastructure.Persistence.Conversions;

/// <summary>Stores a name in all its languages as one JSON object: <c>{"en":"Rokh","de":"Rokh"}</c>.</summary>
internal sealed class LocalisedNameConverter() : ValueConverter<LocalisedName, string>(name => Write(name), text => Read(text))
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Write(LocalisedName name) => JsonSerializer.Serialize(
        name.Texts.ToDictionary(text => text.Key.ToString().ToLowerInvariant(), text => text.Value), Plain);

    // Parsed without the serialiser, for speed: every name of the catalogue is read when a process starts to serve.
    private static LocalisedName Read(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var texts = new List<KeyValuePair<Language, string>>(8);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var language = Enum.Parse<Language>(reader.GetString()!, ignoreCase: true);
            reader.Read();
            texts.Add(KeyValuePair.Create(language, reader.GetString()!));
        }

        return LocalisedName.Restore(texts);
    }
}

internal sealed class LocalisedNameComparer() : ValueComparer<LocalisedName>(
    (left, right) => object.Equals(left, right), name => name.GetHashCode(), name => name);
