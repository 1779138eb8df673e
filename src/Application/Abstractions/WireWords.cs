using System.Collections.Frozen;
using System.Text.Json;

namespace HangarBay.Application.Abstractions;

/// <summary>An enum's members as they are written in URLs and JSON: <c>item_exchange</c>.</summary>
public static class WireWords
{
    /// <summary>In the order the enum declares them.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Known<T>.All;

    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.ByValue[value];

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum => Known<T>.ByWord.TryGetValue(word, out value);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>()
            .ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

        public static readonly FrozenDictionary<T, string> ByValue = ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(value => ByValue[value])];
    }
}
