using System.Globalization;
using System.Text.RegularExpressions;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Filters;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using Microsoft.Extensions.Primitives;

namespace HangarBay.WebApi.Pages;

/// <summary>
/// What a form sends, written as addresses have it: nothing empty, amounts plain, the order in two words. What cannot be
/// read stays as it was typed, to be refused.
/// </summary>
internal sealed partial record TypedQuery(IQueryCollection Plain, bool IsPlain)
{
    /// <param name="typed">What was sent.</param>
    /// <param name="table">Which of it are amounts.</param>
    /// <param name="culture">The reader's, for amounts.</param>
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

        return new TypedQuery(new QueryCollection(plain), isPlain && !SortsBy(typed[Address.Sort], plain));
    }

    private static bool SortsBy(StringValues sort, Dictionary<string, StringValues> plain)
    {
        if (string.IsNullOrWhiteSpace(sort)) return sort.Count > 0;
        var isOrder = Order.TryRead(sort.ToString(), out var order);
        plain["sort_by"] = isOrder ? WireWords.Of(order.By) : sort;
        if (isOrder) plain["sort_direction"] = WireWords.Of(order.Direction);
        return true;
    }

    /// <summary>What means the same in every language, whoever wrote it.</summary>
    [GeneratedRegex(@"^[0-9]+(\.[0-9]{1,2})?\z")]
    private static partial Regex PlainAmount();
}
