using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Static data. A value that the tables do not have is answered with a placeholder of the right kind.</summary>
internal static class UniverseAnswers
{
    private const int IdsPerPage = 1000;

    public static Answer Ids(Sandbox sandbox, Call call, IEnumerable<int> all, bool paged = false)
    {
        var ids = all.Order().ToArray();
        var pages = Math.Max(1, (ids.Length + IdsPerPage - 1) / IdsPerPage);
        if (paged && (call.Page is not { } page || page > pages))
            return Daily(sandbox, Answer.Error(404, ContractAnswers.NoSuchPage));
        var shown = paged ? ids.Skip((call.Page!.Value - 1) * IdsPerPage).Take(IdsPerPage) : ids;
        var answer = Answer.Ok(JsonSerializer.SerializeToUtf8Bytes(shown));
        return Daily(sandbox, paged ? answer with { Pages = pages } : answer);
    }

    public static Answer Type(Sandbox sandbox, Call call) => One(sandbox, call, sandbox.Catalogue.Types, "Type not found!", (writer, type) =>
    {
        writer.Double("capacity"u8, 0);
        writer.WriteString("description"u8, "");
        writer.WriteStartArray("dogma_attributes"u8);
        writer.WriteStartObject();
        writer.WriteNumber("attribute_id"u8, 161);
        writer.Double("value"u8, type.Volume);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("dogma_effects"u8);
        writer.WriteEndArray();
        writer.WriteNumber("graphic_id"u8, 0);
        writer.WriteNumber("group_id"u8, type.GroupId);
        writer.WriteNumber("icon_id"u8, 0);
        if (type.MarketGroupId is { } marketGroup)
            writer.WriteNumber("market_group_id"u8, marketGroup);
        writer.Double("mass"u8, 1);
        writer.WriteString("name"u8, sandbox.Catalogue.NameOf(type, call.Language));
        writer.Double("packaged_volume"u8, type.PackagedVolume);
        writer.WriteNumber("portion_size"u8, 1);
        writer.WriteBoolean("published"u8, true);
        writer.Double("radius"u8, 1);
        writer.WriteNumber("type_id"u8, type.Id);
        writer.Double("volume"u8, type.Volume);
    });

    public static Answer Group(Sandbox sandbox, Call call) => One(sandbox, call, sandbox.Catalogue.Groups, "Group not found!", (writer, group) =>
    {
        writer.WriteNumber("category_id"u8, group.CategoryId);
        writer.WriteNumber("group_id"u8, group.Id);
        writer.WriteString("name"u8, group.Names[call.Language]);
        writer.WriteBoolean("published"u8, group.Published);
        writer.Numbers("types"u8, sandbox.Catalogue.TypesOfGroup[group.Id]);
    });

    public static Answer Category(Sandbox sandbox, Call call) => One(sandbox, call, sandbox.Catalogue.Categories, "Category not found!", (writer, category) =>
    {
        writer.WriteNumber("category_id"u8, category.Id);
        writer.Numbers("groups"u8, sandbox.Catalogue.GroupsOfCategory[category.Id]);
        writer.WriteString("name"u8, category.Names[call.Language]);
        writer.WriteBoolean("published"u8, category.Published);
    });

    public static Answer One<T>(Sandbox sandbox, Call call, IReadOnlyDictionary<int, T> all, string notFound, Action<Utf8JsonWriter, T> write) =>
        Daily(sandbox, call.Id is >= 0 and <= int.MaxValue && all.TryGetValue((int)call.Id, out var fact)
            ? Answer.Ok(JsonText.Bytes((fact, write), (writer, state) =>
            {
                writer.WriteStartObject();
                state.write(writer, state.fact);
                writer.WriteEndObject();
            }))
            : Answer.Error(404, notFound));

    /// <summary>
    /// Static data changes at the daily downtime, so every answer until 11:05 EVE time has the same dates and the same weak tag.
    /// </summary>
    private static Answer Daily(Sandbox sandbox, Answer answer)
    {
        var turnover = new TimeSpan(11, 5, 0);
        var now = sandbox.Time.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + turnover;
        var last = now < today ? today.AddDays(-1) : today;
        return answer with { ETag = EntityTag.Daily(last), LastModified = last.AddSeconds(-106), Expires = last.AddDays(1) };
    }
}
