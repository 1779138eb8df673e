using System.Globalization;
using System.Text.RegularExpressions;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Filters;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using Microsoft.Extensions.Primitives;

namespace HangarBay.WebApi.Pages;

/// <summary>
/// What a form or an old link sends, in the plain form of addresses: no empty values, plain amounts, the order in two parameters, segments.
/// A value that cannot be read stays as it was typed, so that it is refused.
/// </summary>
internal sealed partial record TypedQuery(IQueryCollection Plain, bool IsPlain)
{
    /// <param name="typed">The query as it was sent.</param>
    /// <param name="table">Tells which parameters are amounts.</param>
    /// <param name="culture">The reader's culture, for amounts.</param>
    public static TypedQuery Of(IQueryCollection typed, FilterTable table, CultureInfo culture)
    {
        var plain = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var isPlain = true;
        foreach (var (name, values) in typed.Where(parameter => parameter.Key != Address.Sort))
        {
            string?[] given = [.. values.Where(value => !string.IsNullOrWhiteSpace(value))];
            if (given is [{ } text] && table.Find(name) is BoundsFilter { IsAmount: true } && !PlainAmount().IsMatch(text) && TypedAmount.TryRead(text, culture, out var amount))
                given = [Address.Of(amount)];
            isPlain &= values.SequenceEqual(given);
            if (given.Length > 0) plain[name] = given;
        }

        isPlain &= !SortsBy(typed[Address.Sort], plain);
        isPlain &= !OldAddress.Translate(plain);
        return new TypedQuery(new QueryCollection(plain), isPlain);
    }

    private static bool SortsBy(StringValues sort, Dictionary<string, StringValues> plain)
    {
        if (string.IsNullOrWhiteSpace(sort)) return sort.Count > 0;
        var isOrder = Order.TryRead(sort.ToString(), out var order);
        plain["sort_by"] = isOrder ? WireWords.Of(order.By) : sort;
        if (isOrder) plain["sort_direction"] = WireWords.Of(order.Direction);
        return true;
    }

    /// <summary>An amount that means the same in every language.</summary>
    [GeneratedRegex(@"^[0-9]+(\.[0-9]{1,2})?\z")]
    private static partial Regex PlainAmount();
}
