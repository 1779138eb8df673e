using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Esi;

internal sealed partial class EsiClient
{
    private const string LiveHost = "esi.evetech.net";
    private const int MaxIdentityLength = 100;
    private const int NamesAtOnce = 1000;

    private static readonly TimeSpan UniverseAge = TimeSpan.FromHours(1);

    // Ids of structures and items begin here. One such id would make the whole batch fail.
    private const long FirstWithoutName = 1_000_000_000_000;

    public async Task<IReadOnlyList<RegionId>> GetRegionIdsAsync(CancellationToken cancellationToken) =>
        regionIds.Read(time.GetUtcNow()) ?? await transport.SendAsync(
            new EsiCall("GET /universe/regions", "universe/regions", EsiPriority.Discovery), ReadRegionIdsAsync, cancellationToken);

    public Task<Region?> GetRegionAsync(RegionId id, CancellationToken cancellationToken) => FindAsync(
        "regions/{region_id}", $"regions/{id}", EsiJson.Default.RegionBody,
        body => new Region(id, LocalisedName.English(body.Name)), cancellationToken);

    public Task<SolarSystem?> GetSystemAsync(SystemId id, CancellationToken cancellationToken) => FindAsync(
        "systems/{system_id}", $"systems/{id}", EsiJson.Default.SystemBody,
        body => new SolarSystem(id, LocalisedName.English(body.Name), SecurityStatus.Of(body.SecurityStatus)), cancellationToken);

    public Task<Location?> GetStationAsync(LocationId id, CancellationToken cancellationToken) => id.IsStation
        ? FindAsync(
            "stations/{station_id}", $"stations/{id}", EsiJson.Default.StationBody,
            body => Location.Known(id, Name(body.Name), new SystemId(body.SystemId), time.GetUtcNow()), cancellationToken)
        : throw new ArgumentOutOfRangeException(nameof(id), "Only stations are asked for (M10).");

    public Task<EsiType?> GetTypeAsync(TypeId id, CancellationToken cancellationToken) => FindAsync(
        "types/{type_id}", $"types/{id}", EsiJson.Default.TypeBody,
        body => new EsiType(
            id, NameOrNull(body.Name), new GroupId(body.GroupId), body.MarketGroupId is { } group ? new MarketGroupId(group) : null,
            body.Published, body.Volume),
        cancellationToken);

    public Task<EsiGroup?> GetGroupAsync(GroupId id, CancellationToken cancellationToken) => FindAsync(
        "groups/{group_id}", $"groups/{id}", EsiJson.Default.GroupBody,
        body => new EsiGroup(id, new CategoryId(body.CategoryId), NameOrNull(body.Name), body.Published), cancellationToken);

    public Task<ItemCategory?> GetCategoryAsync(CategoryId id, CancellationToken cancellationToken) => FindAsync(
        "categories/{category_id}", $"categories/{id}", EsiJson.Default.CategoryBody,
        body => NameOrNull(body.Name) is { } name ? new ItemCategory(id, LocalisedName.English(name), body.Published) : null, cancellationToken);

    public async Task<IReadOnlyDictionary<long, string?>> GetNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var askable = ids.Where(id => id is > 0 and < FirstWithoutName).Distinct().ToList();
        var names = ids.Except(askable).ToDictionary(id => id, _ => (string?)null);
        try
        {
            foreach (var batch in askable.Chunk(NamesAtOnce)) await NameAsync(batch, names, cancellationToken);
        }
        catch (EsiUnavailableException) when (names.Count > 0)
        {
            // The names that were found are kept; the rest is requested again later.
        }

        return names;
    }

    public Task<string> GetSourceAsync(CancellationToken cancellationToken)
    {
        var address = options.Value.BaseUrl;
        if (string.Equals(address.Host, LiveHost, StringComparison.OrdinalIgnoreCase)) return Task.FromResult("live");
        if (source.Live is { } known) return Task.FromResult(known);

        return transport.SendAsync(
            new EsiCall("GET /sandbox", "sandbox", EsiPriority.Discovery),
            async (reply, token) =>
            {
                if (await IdentityAsync(reply, token) is { } identity) return $"sandbox: {identity}";

                // An answer with the mark of a sandbox is never accepted as the live market.
                if (reply.IsSandbox) throw EsiReply.Unreadable("The sandbox did not send its identity.");
                return source.Keep($"live at {address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}");
            },
            cancellationToken);
    }

    private static async Task<string?> IdentityAsync(EsiReply reply, CancellationToken cancellationToken)
    {
        if (reply.Status is not HttpStatusCode.OK) return null;
        try
        {
            var body = await reply.ReadAsync(EsiJson.Default.SandboxBody, cancellationToken);
            return RowReading.Plain(body.Identity, MaxIdentityLength).Trim() is { Length: > 0 } identity ? identity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>404 means that an id of the batch is unknown, but not which one. So the batch is halved until the id is alone.</summary>
    private async Task NameAsync(long[] ids, Dictionary<long, string?> names, CancellationToken cancellationToken)
    {
        var call = new EsiCall("POST /universe/names", "universe/names", EsiPriority.Reading) { Ids = ids };
        var found = await transport.SendAsync(call, ReadNamesAsync, cancellationToken);
        if (found is not null)
        {
            foreach (var id in ids) names[id] = null;
            foreach (var row in found) names[row.Id] = row.Name;
        }
        else if (ids.Length == 1)
        {
            names[ids[0]] = null;
        }
        else
        {
            await NameAsync(ids[..(ids.Length / 2)], names, cancellationToken);
            await NameAsync(ids[(ids.Length / 2)..], names, cancellationToken);
        }
    }

    private static async Task<List<NameRow>?> ReadNamesAsync(EsiReply reply, CancellationToken cancellationToken)
    {
        if (reply.Status is HttpStatusCode.NotFound) return null;
        if (reply.Status is not HttpStatusCode.OK) throw reply.Refused();

        var rows = new List<NameRow>();
        foreach (var row in await reply.RowsAsync(EsiJson.Default.NameRow, cancellationToken))
        {
            if (row.Value is { } name && !string.IsNullOrWhiteSpace(name.Name)) rows.Add(name);
        }

        return rows;
    }

    private Task<T?> FindAsync<TBody, T>(
        string route, FormattableString path, JsonTypeInfo<TBody> type, Func<TBody, T?> make, CancellationToken cancellationToken)
        where TBody : class
        where T : class =>
        transport.SendAsync(
            new EsiCall($"GET /universe/{route}", $"universe/{Path(path)}", EsiPriority.Reading),
            async (reply, token) => reply.Status switch
            {
                HttpStatusCode.OK => make(await reply.ReadAsync(type, token)),
                HttpStatusCode.NotFound => null,
                _ => throw reply.Refused(),
            },
            cancellationToken);

    /// <summary>The name; null if it is blank. A name is only shown, so the other facts are kept without it.</summary>
    private static string? NameOrNull(string? text) => PlainText.Clean(text, LocalisedName.MaxLength) is { Length: > 0 } name ? name : null;

    /// <exception cref="DomainException">The name is blank.</exception>
    private static string Name(string text) => LocalisedName.English(text).In(Language.En);

    private async Task<IReadOnlyList<RegionId>> ReadRegionIdsAsync(EsiReply reply, CancellationToken cancellationToken)
    {
        if (reply.Status is not HttpStatusCode.OK) throw reply.Refused();
        var ids = new List<RegionId>();
        foreach (var row in await reply.RowsAsync(EsiJson.Default.JsonElement, cancellationToken))
        {
            if (row.Value.ValueKind == JsonValueKind.Number && row.Value.TryGetInt32(out var id)) ids.Add(new RegionId(id));
        }

        regionIds.Keep(ids, reply.ExpiresAt(UniverseAge));
        return ids;
    }
}
