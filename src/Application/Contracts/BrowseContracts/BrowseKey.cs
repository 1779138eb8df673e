using System.Globalization;
using System.Text;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// A list's question in one form: in which order parameters and values come, how often a value is repeated and whether a
/// default is written out makes no difference. What validation looks at stands there as it was given, so that a question
/// that is refused shares its key with none that is not.
/// </summary>
internal static class BrowseKey
{
    public static string? Of(BrowseContracts query)
    {
        if (query.Unreadable.Count > 0) return null;
        var key = new StringBuilder("contracts ").Append(query.Lang);
        if (!Add(key, query)) return null;
        // These may hold anything: the one tells its length, the other comes last, so that neither passes for something else.
        if (query.Cursor is { } cursor) key.Append(CultureInfo.InvariantCulture, $"\ncursor={cursor.Length}:{cursor}");
        if (query.Search is { } search) key.Append("\nsearch=").Append(search.Trim());
        return key.ToString();
    }

    private static bool Add(StringBuilder key, BrowseContracts query)
    {
        Add(key, "min_price", query.MinPrice);
        Add(key, "max_price", query.MaxPrice);
        Add(key, "min_collateral", query.MinCollateral);
        Add(key, "max_collateral", query.MaxCollateral);
        Add(key, "min_reward", query.MinReward);
        Add(key, "max_reward", query.MaxReward);
        Add(key, "min_runs", query.MinRuns);
        Add(key, "max_runs", query.MaxRuns);
        Add(key, "min_me", query.MinMe);
        Add(key, "max_me", query.MaxMe);
        Add(key, "min_te", query.MinTe);
        Add(key, "max_te", query.MaxTe);
        Add(key, "contract_type", query.ContractType);
        Add(key, "category", query.CategoryId);
        Add(key, "group", query.GroupId);
        Add(key, "is_bpc", query.IsBpc);
        Add(key, "is_ship_contract", query.IsShipContract);
        // Beside a cursor a page of any number is refused, the first one too.
        Add(key, "page", query.Cursor is null && query.Page == 1 ? null : query.Page);
        Add(key, "size", (int?)query.Size);
        Add(key, "sort_by", (ContractSort?)query.SortBy);
        Add(key, "sort_direction", (SortDirection?)query.SortDirection);
        return AddAll(key, "regions", query.RegionIds)
            && AddAll(key, "systems", query.SystemIds)
            && AddAll(key, "stations", query.StationIds)
            && AddAll(key, "security", query.Security)
            && AddAll(key, "types", query.TypeIds)
            && AddAll(key, "facets", query.Facets);
    }

    private static void Add<T>(StringBuilder key, string name, T? value)
        where T : struct
    {
        if (value is not { } given) return;
        key.Append('\n').Append(name).Append('=');
        // An amount as it is, without the zeros that only its spelling has.
        _ = given is decimal amount
            ? key.Append(CultureInfo.InvariantCulture, $"{amount:0.############################}")
            : key.Append(CultureInfo.InvariantCulture, $"{given}");
    }

    /// <summary>False where there are too many, repeats included: those are refused, and without repeats they might not be.</summary>
    private static bool AddAll<T>(StringBuilder key, string name, IReadOnlyList<T> values)
    {
        if (values.Count == 0) return true;
        key.Append('\n').Append(name).Append('=').AppendJoin(',', values.Distinct().Order());
        return values.Count <= BrowseContracts.MaxValues;
    }
}
