using HangarBay.Application.Contracts.Market;
using HangarBay.Domain;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>All kinds of names in one state of the market.</summary>
internal static class NameSources
{
    /// <summary>In the order of <see cref="NameKinds"/>.</summary>
    public static IReadOnlyList<NameSource> Of(MarketView view, Language language)
    {
        var (names, known, live) = (view.Market.Names, view.Market.Dictionaries, view.NameTally);
        string? SystemName(SystemId? id) => id is { } system ? known.Systems.Find(system)?.Name.In(language) : null;
        string? RegionName(RegionId? id) => id is { } region ? known.Regions.Find(region)?.Name.In(language) : null;
        return
        [
            new(NameKinds.Types, NameKind.Type, names.Types, language)
            {
                IdOf = code => known.Types[code].Value,
                NameOf = code => known.Types.RowOf(code)!.Name!.In(language),
                Live = live.Types,
                AroundOf = code => known.Types.RowOf(code)!.GroupId is { } group ? known.Groups.Find(group)?.Name.In(language) : null,
                CategoryOf = code => known.Types.RowOf(code)!.CategoryId?.Value,
                IsToldWithoutContracts = code => known.Types.RowOf(code)!.IsPublished,
            },
            new(NameKinds.Categories, NameKind.Category, names.Categories, language)
            {
                IdOf = code => known.Categories[code].Value,
                NameOf = code => known.Categories.RowOf(code)!.Name.In(language),
                Live = live.Categories,
                IsToldWithoutContracts = code => known.Categories.RowOf(code)!.IsPublished,
            },
            new(NameKinds.Groups, NameKind.Group, names.Groups, language)
            {
                IdOf = code => known.Groups[code].Value,
                NameOf = code => known.Groups.RowOf(code)!.Name.In(language),
                Live = live.Groups,
                AroundOf = code => known.Categories.Find(known.Groups.RowOf(code)!.CategoryId)?.Name.In(language),
                CategoryOf = code => known.Groups.RowOf(code)!.CategoryId.Value,
                IsToldWithoutContracts = code => known.Groups.RowOf(code)!.IsPublished,
            },
            new(NameKinds.Systems, NameKind.System, names.Systems, language)
            {
                IdOf = code => known.Systems[code].Value,
                NameOf = code => known.Systems.RowOf(code)!.Name.In(language),
                Live = live.Systems,
                AroundOf = code => RegionName(known.Systems.RowOf(code)!.RegionId),
            },
            new(NameKinds.Stations, NameKind.Station, names.Places, language)
            {
                IdOf = code => known.Places[code].Value,
                NameOf = code => known.Places.RowOf(code)!.Name!,
                Live = live.Places,
                AroundOf = code => SystemName(known.Places.RowOf(code)!.SystemId),
            },
            new(NameKinds.Regions, NameKind.Region, names.Regions, language)
            {
                IdOf = code => known.Regions[code].Value,
                NameOf = code => known.Regions.RowOf(code)!.Name.In(language),
                Live = live.Regions,
            },
            new(NameKinds.Issuers, NameKind.Character, names.Characters, language)
            {
                IdOf = code => known.Characters[code].Value,
                NameOf = code => known.Characters.RowOf(code)!.Name!,
                Live = live.Characters,
                IsToldWithoutContracts = _ => false,
            },
        ];
    }
}
