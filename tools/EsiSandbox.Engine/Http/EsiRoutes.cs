namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>The routes this sandbox answers as ESI does.</summary>
internal static class EsiRoutes
{
    public const string List = "/contracts/public/{region_id}";

    public static readonly EsiRoute[] All =
    [
        new("GET", List, ContractAnswers.List, ContractRoutes.Lists),
        new("GET", "/contracts/public/items/{contract_id}", ContractAnswers.Items, ContractRoutes.Items),
        new("GET", "/contracts/public/bids/{contract_id}", ContractAnswers.Bids, ContractRoutes.Bids),
        new("GET", "/universe/types", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Types.Keys, paged: true)),
        new("GET", "/universe/types/{type_id}", UniverseAnswers.Type),
        new("GET", "/universe/groups", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Groups.Keys, paged: true)),
        new("GET", "/universe/groups/{group_id}", UniverseAnswers.Group),
        new("GET", "/universe/categories", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Categories.Keys)),
        new("GET", "/universe/categories/{category_id}", UniverseAnswers.Category),
        new("GET", "/universe/regions", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Regions.Keys)),
        new("GET", "/universe/regions/{region_id}", PlaceAnswers.Region),
        new("GET", "/universe/constellations", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Constellations.Keys)),
        new("GET", "/universe/constellations/{constellation_id}", PlaceAnswers.Constellation),
        new("GET", "/universe/systems", (sandbox, call) => UniverseAnswers.Ids(sandbox, call, sandbox.Catalogue.Systems.Keys)),
        new("GET", "/universe/systems/{system_id}", PlaceAnswers.System),
        new("GET", "/universe/stations/{station_id}", PlaceAnswers.Station),
        new("POST", "/universe/names", NameAnswers.Names),
    ];
}
