namespace HangarBay.Application.Contracts.Filters;

/// <summary>
/// Reads parameters from text. Each has a name and a sentence for the API's reference. A missing parameter gives null or an empty list. So
/// does an unreadable one, which the reader also reports.
/// </summary>
public interface IFilterReader
{
    string? Text(string name, string description, int maxLength);

    /// <summary>An amount in ISK.</summary>
    decimal? Amount(string name, string description);

    /// <summary>A volume in cubic metres.</summary>
    decimal? Volume(string name, string description);

    /// <summary>A whole number.</summary>
    int? Number(string name, string description);

    /// <summary>A whole number. The API's reference shows its bounds; validation checks them.</summary>
    int? Number(string name, string description, int minimum, int maximum);

    /// <summary>An instant, written with its offset from UTC.</summary>
    DateTimeOffset? Instant(string name, string description);

    bool? Flag(string name, string description);

    /// <summary>Words, each one of <typeparamref name="T"/>.</summary>
    IReadOnlyList<T> AnyOf<T>(string name, string description)
        where T : struct, Enum;

    /// <summary>Ids from 1 to <paramref name="maximum"/>. Validation checks that there are at most <paramref name="mostValues"/>.</summary>
    IReadOnlyList<T> LongIds<T>(string name, string description, Func<long, T> id, long maximum, int mostValues);
}
