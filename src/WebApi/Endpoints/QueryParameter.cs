namespace HangarBay.WebApi.Endpoints;

/// <summary>A parameter of a route as its reader declares it; the OpenAPI document repeats nothing else.</summary>
/// <param name="Name">As it stands in the URL.</param>
/// <param name="Kind">What its text is read as.</param>
/// <param name="Description">A sentence for the reference page.</param>
internal sealed record QueryParameter(string Name, QueryParameterKind Kind, string Description)
{
    public bool IsInPath { get; init; }

    /// <summary>May be repeated, this often; null for a parameter that stands once.</summary>
    public int? MaxValues { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>The words allowed; empty where any text of the kind is.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What an absent value stands for, as it would be written; null where that is "no filter".</summary>
    public string? Default { get; init; }
}

internal enum QueryParameterKind
{
    Text,
    Integer,
    Amount,
    Flag,
    Word,
}
