using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>The parameters of a control call, from the query or from a JSON object.</summary>
internal sealed class ControlParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<ControlParameters> ReadAsync(HttpRequest request)
    {
        var parameters = new ControlParameters();
        foreach (var (name, value) in request.Query)
            parameters._values[name] = value.ToString();
        if (!request.HasJsonContentType() || request.ContentLength == 0)
            return parameters;
        try
        {
            var body = await request.ReadFromJsonAsync<Dictionary<string, JsonElement>>(request.HttpContext.RequestAborted);
            foreach (var (name, value) in body ?? [])
                parameters._values[name] = value.ToString();
        }
        catch (JsonException)
        {
            throw new ControlException("The body is not a JSON object.");
        }

        return parameters;
    }

    public string? Text(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public long? Long(string name) =>
        Text(name) is not { } text ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new ControlException($"'{name}' must be a whole number, not '{text}'.");

    public int? Int(string name) => Long(name) is { } number
        ? number <= int.MaxValue ? (int)number : throw new ControlException($"'{name}' is too large.")
        : null;

    /// <summary>Parses a name that is spelled as in the code, or with underscores, in any case.</summary>
    public T Enum<T>(string name)
        where T : struct, Enum =>
        System.Enum.TryParse<T>(Text(name)?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new ControlException($"'{name}' must be one of {string.Join(", ", System.Enum.GetNames<T>())}.");
}
