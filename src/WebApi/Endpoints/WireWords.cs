using System.Collections.Frozen;
using System.Text.Json;

namespace HangarBay.WebApi.Endpoints;

/// <summary>An enum's members as they are written in URLs and JSON: <c>item_exchange</c>.</summary>
internal static class WireWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>()
        .ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> ByValue = ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>In the order the enum declares them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(Of)];

    public static string Of(T value) => ByValue[value];

    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);
}
