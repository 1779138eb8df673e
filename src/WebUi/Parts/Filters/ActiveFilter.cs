using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Parts.Filters;

/// <summary>One filter that is set, in words, and the same view without it. Segment and ships are no filters in this sense.</summary>
public sealed record ActiveFilter(string Text, ContractsView Without)
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<ActiveFilter> Of(ContractsView view, FilterChoices choices, Words words, Figure figure) =>
        [.. new Reading(view, choices, words, figure).All()];

    private sealed class Reading(ContractsView view, FilterChoices choices, Words words, Figure figure)
    {
        private readonly BrowseContracts _filters = view.Filters;

        public IEnumerable<ActiveFilter> All() =>
        [
            .. string.IsNullOrWhiteSpace(_filters.Search) ? [] : new[] { One("Filters.Search", _filters.Search.Trim(), filters => filters with { Search = null }) },
            .. Each("Filters.Region", _filters.RegionIds, choices.NameOf, (filters, ids) => filters with { RegionIds = ids }),
            .. Each("Filters.System", _filters.SystemIds, choices.NameOf, (filters, ids) => filters with { SystemIds = ids }),
            .. Each("Filters.Station", _filters.StationIds, choices.NameOf, (filters, ids) => filters with { StationIds = ids }),
            .. Each("Filters.Security", _filters.Security, band => words[$"Filters.Security.{band}"], (filters, bands) => filters with { Security = bands }),
            .. Each("Filters.Type", _filters.TypeIds, choices.NameOf, (filters, ids) => filters with { TypeIds = ids }),
            .. Kinds(),
            .. Bounds.All.SelectMany(Held),
            .. _filters.IsBpc is { } isCopy ? [One("Filters.Blueprint", words[isCopy ? "Filters.Copies" : "Filters.NoCopies"], filters => filters with { IsBpc = null })] : Array.Empty<ActiveFilter>(),
        ];

        private IEnumerable<ActiveFilter> Kinds()
        {
            if (_filters.CategoryId is { } category)
                yield return One("Filters.Category", choices.NameOf(category), filters => filters with { CategoryId = null });
            if (_filters.GroupId is { } group)
                yield return One("Filters.Group", choices.NameOf(group), filters => filters with { GroupId = null });
        }

        private IEnumerable<ActiveFilter> Held(Bounds bounds)
        {
            var what = words[$"Filters.Bounds.{bounds.Name}"];
            string Told(decimal value) => bounds.IsAmount ? figure.Amount(value) : figure.Whole((long)value);
            if (bounds.Min(_filters) is { } min) yield return new(words.Format("Filters.AtLeast", what, Told(min)), view.With(bounds.WithoutMin));
            if (bounds.Max(_filters) is { } max) yield return new(words.Format("Filters.AtMost", what, Told(max)), view.With(bounds.WithoutMax));
        }

        private IEnumerable<ActiveFilter> Each<T>(
            string key, IReadOnlyList<T> values, Func<T, string?> name, Func<BrowseContracts, IReadOnlyList<T>, BrowseContracts> with)
            where T : struct =>
            values.Distinct().Order().Select(value => One(key, name(value), filters => with(filters, [.. values.Where(other => !other.Equals(value))])));

        private ActiveFilter One(string key, string? value, Func<BrowseContracts, BrowseContracts> without) => new(
            value is null ? words[$"Filters.Unknown.{key.Split('.')[1]}"] : words.Format("Filters.Chip", words[key], value), view.With(without));
    }
}
