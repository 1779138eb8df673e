namespace HangarBay.WebUi.Texts;

/// <summary>What a view's filters are called, by their ids, in the reader's language. What has no name is not there.</summary>
public sealed record ViewNames
{
    public static readonly ViewNames None = new();

    private static readonly IReadOnlyDictionary<long, string> Nothing = new Dictionary<long, string>();

    public IReadOnlyDictionary<long, string> Regions { get; init; } = Nothing;

    public IReadOnlyDictionary<long, string> Systems { get; init; } = Nothing;

    public IReadOnlyDictionary<long, string> Stations { get; init; } = Nothing;

    public IReadOnlyDictionary<long, string> Types { get; init; } = Nothing;

    public IReadOnlyDictionary<long, string> Groups { get; init; } = Nothing;

    public IReadOnlyDictionary<long, string> Categories { get; init; } = Nothing;
}
