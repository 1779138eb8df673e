using System.Text.Json;

namespace HangarBay.Application.Abstractions;

/// <summary>A request's property and the parameter it is read from: <c>MinPrice</c> and <c>min_price</c>.</summary>
public static class PropertyName
{
    public static string Of(string parameter) =>
        string.Concat(parameter.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public static string ToParameter(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
