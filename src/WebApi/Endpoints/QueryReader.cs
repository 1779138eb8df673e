using System.Globalization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;

namespace HangarBay.WebApi.Endpoints;

/// <summary>
/// Reads a request's parameters from text, and collects everything unreadable instead of stopping at the first. An empty value counts as
/// absent. A parameter that may be given once and is given twice is unreadable. Reading a parameter also declares it: a reader that runs
/// without a request lists the parameters.
/// </summary>
internal sealed class QueryReader : IFilterReader
{
    public const string Lang = "lang";

    /// <summary>ISO 8601 with seconds or without, and with "Z" or an offset. An instant without either could mean any time zone.</summary>
    private static readonly string[] InstantForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    private readonly FilterTable _filters;
    private readonly HttpRequest? _request;
    private readonly IQueryCollection? _query;
    private readonly List<UnreadableParameter> _unreadable = [];
    private readonly List<QueryParameter> _declared = [];

    public QueryReader(HttpRequest request)
        : this(request, request.Query)
    {
    }

    /// <param name="request">The request, for everything but the query.</param>
    /// <param name="query">Replaces the request's own query.</param>
    public QueryReader(HttpRequest request, IQueryCollection query)
        : this(request.HttpContext.RequestServices.GetRequiredService<FilterTable>()) => (_request, _query) = (request, query);

    private QueryReader(FilterTable filters) => _filters = filters;

    /// <summary>Everything given that could not be read, under the property names of the application's request.</summary>
    public IReadOnlyList<UnreadableParameter> Unreadable => _unreadable;

    /// <summary>The parameters that <paramref name="read"/> reads with these filters.</summary>
    public static IReadOnlyList<QueryParameter> Declare<T>(Func<QueryReader, T> read, FilterTable filters)
    {
        var reader = new QueryReader(filters);
        read(reader);
        return reader._declared;
    }

    /// <summary>The values of the filters.</summary>
    public FilterValues Filters() => _filters.Read(this);

    public string? Text(string name, string description, int maxLength) =>
        One(new(name, QueryParameterKind.Text, description) { MaxLength = maxLength }) is { } text ? text : null;

    public int Integer(string name, string description, int absent, int minimum, int? maximum = null)
    {
        var parameter = new QueryParameter(name, QueryParameterKind.Integer, description)
        {
            Minimum = minimum,
            Maximum = maximum ?? int.MaxValue,
            Default = absent.ToString(CultureInfo.InvariantCulture),
        };
        return One(parameter) is not { } text ? absent
            : TryInteger(text, out int value) ? value
            : Refuse(name, "This must be a whole number, such as 1.", absent);
    }

    /// <summary>A whole number; null where it is absent or unreadable.</summary>
    /// <param name="name">The name in the URL.</param>
    /// <param name="description">A sentence for the reference page.</param>
    /// <param name="minimum">For the reference page; validation checks it.</param>
    /// <param name="shownDefault">The default that the reference page shows; null: an absent value means "no filter".</param>
    /// <param name="maximum">For the reference page; validation checks it.</param>
    public int? Number(string name, string description, int minimum = 0, int? shownDefault = null, int maximum = int.MaxValue)
    {
        var parameter = new QueryParameter(name, QueryParameterKind.Integer, description)
        {
            Minimum = minimum,
            Maximum = maximum,
            Default = shownDefault?.ToString(CultureInfo.InvariantCulture),
        };
        return One(parameter) is not { } text ? null
            : TryInteger(text, out int value) ? value
            : Refuse<int?>(name, "This must be a whole number, such as 1.", null);
    }

    /// <summary>An amount in ISK, with a point before its decimals and nothing between its digits.</summary>
    public decimal? Amount(string name, string description) =>
        Decimal(name, description, "This must be an amount of ISK, such as 1000000 or 1000000.50.");

    /// <summary>A volume in cubic metres, written like an amount.</summary>
    public decimal? Volume(string name, string description) =>
        Decimal(name, description, "This must be a volume in cubic metres, such as 12000 or 0.01.");

    public DateTimeOffset? Instant(string name, string description)
    {
        if (One(new(name, QueryParameterKind.Instant, description)) is not { } text) return null;
        return IsPlain(text) && DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : Refuse<DateTimeOffset?>(name, "This must be an instant in UTC, such as 2026-11-30T18:00:00Z.", null);
    }

    public bool? Flag(string name, string description) => One(new(name, QueryParameterKind.Flag, description)) switch
    {
        null => null,
        "true" or "True" => true,
        "false" or "False" => false,
        _ => Refuse<bool?>(name, "This must be true or false.", null),
    };

    public T OneOf<T>(string name, string description, T absent)
        where T : struct, Enum =>
        Word<T>(new(name, QueryParameterKind.Word, description) { Words = WireWords.All<T>(), Default = WireWords.Of(absent) }) ?? absent;

    /// <summary>A list of words from a fixed set. Validation checks how many there may be.</summary>
    public IReadOnlyList<T> AnyOf<T>(string name, string description)
        where T : struct, Enum
    {
        var texts = All(new(name, QueryParameterKind.Word, description) { Words = WireWords.All<T>(), MaxValues = BrowseContracts.MaxValues });
        var values = new List<T>(texts.Count);
        foreach (var text in texts)
        {
            if (!WireWords.TryRead<T>(text, out var value))
                return Refuse<IReadOnlyList<T>>(name, $"Allowed are {string.Join(", ", WireWords.All<T>())}; repeat the parameter to give several.", []);
            values.Add(value);
        }

        return values;
    }

    int? IFilterReader.Number(string name, string description) => Number(name, description);

    int? IFilterReader.Number(string name, string description, int minimum, int maximum) => Number(name, description, minimum, maximum: maximum);

    /// <summary>Ids, all above zero. Validation checks how many there may be.</summary>
    public IReadOnlyList<T> LongIds<T>(string name, string description, Func<long, T> id, long maximum, int mostValues)
    {
        var texts = All(new(name, QueryParameterKind.Integer, description)
        {
            Minimum = 1,
            Maximum = maximum,
            MaxValues = mostValues,
        });
        if (texts.Count == 0) return [];

        var ids = new List<T>(texts.Count);
        foreach (var text in texts)
        {
            if (!TryInteger(text, out long value) || value <= 0 || value > maximum)
                return Refuse<IReadOnlyList<T>>(name, "These must be whole numbers above 0; repeat the parameter to give several.", []);
            ids.Add(id(value));
        }

        return ids;
    }

    /// <summary>A number in the path; zero where it cannot be read.</summary>
    public long PathNumber(string name, string description, long maximum)
    {
        if (_request is null)
        {
            _declared.Add(new(name, QueryParameterKind.Integer, description) { IsInPath = true, Minimum = 1, Maximum = maximum });
            return 0;
        }

        return TryInteger(_request.RouteValues[name]?.ToString() ?? "", out long value)
            ? value
            : Refuse(name, $"This must be a whole number from 1 to {maximum.ToString(CultureInfo.InvariantCulture)}.", 0L);
    }

    /// <summary>The language that <c>lang</c> names, else the one that the browser likes best.</summary>
    public Language Language() =>
        Word<Language>(new(Lang, QueryParameterKind.Word, "The language of names; without it, Accept-Language decides.") { Words = WireWords.All<Language>() })
        ?? (_request is null ? default : AcceptedLanguage.Of(_request));

    private decimal? Decimal(string name, string description, string flaw)
    {
        if (One(new(name, QueryParameterKind.Decimal, description) { Minimum = 0 }) is not { } text) return null;
        return IsPlain(text) && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : Refuse<decimal?>(name, flaw, null);
    }

    private T? Word<T>(QueryParameter parameter)
        where T : struct, Enum
    {
        if (One(parameter) is not { } text) return null;
        return WireWords.TryRead<T>(text, out var value)
            ? value
            : Refuse<T?>(parameter.Name, $"This must be one of {string.Join(", ", WireWords.All<T>())}.", null);
    }

    private string? One(QueryParameter parameter)
    {
        var values = All(parameter);
        return values.Count switch
        {
            0 => null,
            1 => values[0],
            _ => Refuse<string?>(parameter.Name, "This must not be given more than once.", null),
        };
    }

    private List<string> All(QueryParameter parameter)
    {
        if (_query is not null) return [.. _query[parameter.Name].OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value))];
        _declared.Add(parameter);
        return [];
    }

    private T Refuse<T>(string name, string message, T instead)
    {
        _unreadable.Add(new(PropertyName.Of(name), message));
        return instead;
    }

    private static bool TryInteger<T>(string text, out T value)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        value = default;
        return IsPlain(text) && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>False for a text with NULs. .NET ignores NULs behind a number, which would be a silent repair.</summary>
    private static bool IsPlain(string text) => !text.Contains('\0');
}
