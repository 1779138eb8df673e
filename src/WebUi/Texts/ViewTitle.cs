using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Parts.Filters;

namespace HangarBay.WebUi.Texts;

/// <summary>
/// A view in a few words, for readers who see its link before the page: <c>Rokh under 300 M in high-sec</c>. Each phrase is put round what
/// is said already, because languages order their words differently.
/// </summary>
public sealed class ViewTitle(Words words, Figure figure, FilterChoices choices)
{
    /// <summary>The length of a name or of searched words; a link's card shows no more.</summary>
    public const int MaxLength = 60;

    private const int MaxNames = 2;

    /// <summary>Whether anything but the segment decides what is shown.</summary>
    public static bool IsNarrow(ContractsView view) => Address.Filters(view).Any(filter => !IsSegment(filter.Name));

    /// <summary>The name of the segment alone, as the page's heading has it.</summary>
    public static string Segment(ContractsView view, Words words) =>
        words[$"Contracts.Title.{view.Segment?.ToString() ?? "All"}"];

    public string Of(ContractsView view)
    {
        var about = Subjects(view).ToList();
        var title = Priced(about.FirstOrDefault() ?? Segment(view, words), view.Filters);
        if (Places(view.Filters) is { } places) title = words.Format("Contracts.View.In", title, places);
        // The segment is named once: as what the view is about, or beside it.
        var segment = about.Count > 0 && view.Segment is { } one and not ContractSegment.Ships ? words[$"Filters.By.segment.{one}"] : null;
        return string.Join(words["Site.Comma"], [title, .. about.Skip(1), .. Terms(view.Filters), .. segment is null ? Array.Empty<string>() : [segment]]);
    }

    private static bool IsSegment(string filter) => filter is Address.Segment or Address.Lang or Address.Place;

    /// <summary>What the view is about, the most specific first.</summary>
    private IEnumerable<string> Subjects(ContractsView view)
    {
        var query = view.Filters;
        // A link's card stands on other sites, so searched words must not turn the direction of the text there.
        if (PlainText.Clean(query.Search, SearchTerms.MaxLength) is { Length: > 0 } search) yield return Short(search);
        if (Few(query.TypeIds, choices.NameOf) is { } types) yield return types;
        // A group implies its category.
        if ((Few(query.GroupIds, choices.NameOf) ?? Few(query.CategoryIds, choices.NameOf)) is { } kinds) yield return kinds;
    }

    private string Priced(string subject, BrowseContracts query) => (query.MinPrice, query.MaxPrice) switch
    {
        ({ } from, { } to) => words.Format("Contracts.View.BetweenIsk", subject, Amount(from), Amount(to)),
        ({ } from, null) => words.Format("Contracts.View.AtLeastIsk", subject, Amount(from)),
        (null, { } to) => words.Format("Contracts.View.AtMostIsk", subject, Amount(to)),
        _ => subject,
    };

    private string? Places(BrowseContracts query)
    {
        var places = new[]
        {
            Few(query.StationIds, choices.NameOf),
            Few(query.SystemIds, choices.NameOf),
            Few(query.RegionIds, choices.NameOf),
            query.Security.Count > 0 ? string.Join(words["Site.Comma"], query.Security.Distinct().Order().Select(band => words[$"Contracts.View.Security.{band}"])) : null,
        }.OfType<string>().ToList();
        return places.Count > 0 ? string.Join(words["Site.Comma"], places) : null;
    }

    private IEnumerable<string> Terms(BrowseContracts query) => new[]
    {
        query.IsBpc switch { true => words["Contracts.View.Copies"], false => words["Contracts.View.NoCopies"], null => null },
        Bounds(Columns.Runs, query.MinRuns, query.MaxRuns),
        Bounds(Columns.MaterialEfficiency, query.MinMe, query.MaxMe),
        Bounds(Columns.TimeEfficiency, query.MinTe, query.MaxTe),
        Bounds(Columns.Collateral, query.MinCollateral, query.MaxCollateral),
        Bounds(Columns.Reward, query.MinReward, query.MaxReward),
    }.OfType<string>();

    private string? Bounds(Column column, int? from, int? to) => Bounds(column, number => figure.Whole(number), from, to);

    private string? Bounds(Column column, decimal? from, decimal? to) => Bounds(column, amount => Amount(amount!.Value), from, to);

    private string? Bounds<T>(Column column, Func<T?, string> write, T? from, T? to)
        where T : struct
    {
        var name = words[$"Contracts.Column.{column.Name}"];
        return (from, to) switch
        {
            ({ } least, { } most) => words.Format("Contracts.View.Between", name, write(least), write(most)),
            ({ } least, null) => words.Format("Contracts.View.AtLeast", name, write(least)),
            (null, { } most) => words.Format("Contracts.View.AtMost", name, write(most)),
            _ => null,
        };
    }

    /// <summary>Null where none of them has a name, because a number tells a reader nothing.</summary>
    private string? Few<T>(IReadOnlyList<T> ids, Func<T, string?> nameOf)
    {
        var all = ids.Distinct().ToList();
        var named = all.Select(nameOf).OfType<string>().Take(MaxNames).Select(Short).ToList();
        if (named.Count == 0) return null;
        var list = string.Join(words["Site.Comma"], named);
        return all.Count > named.Count ? words.Format("Contracts.View.More", list, figure.Whole(all.Count - named.Count)) : list;
    }

    private string Amount(decimal isk) => figure.Brief(isk);

    private static string Short(string text)
    {
        if (text.Length <= MaxLength) return text;
        var length = char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return text[..length].TrimEnd() + "…";
    }
}
