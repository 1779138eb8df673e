using HangarBay.Domain;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The names of everything that has one, in the form that is compared. Each kind is prepared when it is first searched, and kept by later
/// states of the market until one of its names changes.
/// </summary>
/// <param name="known">The rows that have the names.</param>
/// <param name="types">The names of types.</param>
/// <param name="last">The names of the state before; null for the first state.</param>
internal sealed class MarketNames(PublishedDictionaries known, NameTexts types, MarketNames? last)
{
    private readonly PublishedDictionaries _known = known;

    public NameTexts Types { get; } = types;

    public NameTexts Groups { get; } = Translated(known.Groups, group => group.Name, last?._known.Groups, last?.Groups);

    public NameTexts Categories { get; } = Translated(known.Categories, category => category.Name, last?._known.Categories, last?.Categories);

    public NameTexts Regions { get; } = Translated(known.Regions, region => region.Name, last?._known.Regions, last?.Regions);

    public NameTexts Systems { get; } = Translated(known.Systems, system => system.Name, last?._known.Systems, last?.Systems);

    /// <summary>Stations and structures.</summary>
    public NameTexts Places { get; } = Plain(known.Places, place => place.Name, last?._known.Places, last?.Places);

    public NameTexts Characters { get; } = Plain(known.Characters, character => character.Name, last?._known.Characters, last?.Characters);

    private static NameTexts Translated<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, LocalisedName> name, KnownRows<TId, TRow>? before, NameTexts? texts)
        where TId : notnull, IComparable<TId>
        where TRow : class => before is { } same && rows.IsSameAs(same) ? texts! : NameTexts.Of(rows, name);

    private static NameTexts Plain<TId, TRow>(KnownRows<TId, TRow> rows, Func<TRow, string?> name, KnownRows<TId, TRow>? before, NameTexts? texts)
        where TId : notnull, IComparable<TId>
        where TRow : class => before is { } same && rows.IsSameAs(same) ? texts! : NameTexts.OfPlain(rows, name);
}
