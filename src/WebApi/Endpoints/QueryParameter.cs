namespace HangarBay.WebApi.Endpoints;

/// <summary>A parameter of a route as its reader declares it. The OpenAPI document takes its parameters from here.</summary>
/// <param name="Name">The name in the URL.</param>
/// <param name="Kind">The kind of value that its text is read as.</param>
/// <param name="Description">A sentence for the reference page.</param>
internal sealed record QueryParameter(string Name, QueryParameterKind Kind, string Description)
{
    public bool IsInPath { get; init; }

    /// <summary>How many values the parameter may have; null: it may be given once.</summary>
    public int? MaxValues { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>The words that are allowed; empty: any text of the kind.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The value that an absent parameter stands for, as the URL would have it; null: "no filter".</summary>
    public string? Default { get; init; }
}

internal enum QueryParameterKind
{
    Text,
    Integer,
    Decimal,
    Instant,
    Flag,
    Word,
}
