using System.Globalization;
using System.Text.Json;
using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Names come in batches, and one unknown id makes the whole batch fail.</summary>
public sealed class NamesTests : EsiTests
{
    private const string Path = "/universe/names";
    private const long First = 90_000_000;

    private readonly HashSet<long> _unknown = [];

    [Fact]
    public async Task Ids_are_asked_once_each_a_thousand_at_a_time()
    {
        AnswerLikeESI();
        var ids = Enumerable.Range(0, 2500).Select(i => First + i).ToList();

        var names = await Esi.GetNamesAsync([.. ids, .. ids], default);

        Assert.Equal(ids.ToDictionary(id => id, id => (string?)Name(id)), names);
        Assert.Equal([1000, 1000, 500], Upstream.Requests.Select(request => Asked(request).Length));
        Assert.All(Upstream.Requests, request => Assert.Equal("POST", request.Method));
        Assert.All(Upstream.Requests, request => Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_is_sent_with_its_length_and_never_in_chunks()
    {
        AnswerLikeESI();

        await Esi.GetNamesAsync([.. Enumerable.Range(0, 1500).Select(i => First + i)], default);

        Assert.Equal(2, Upstream.Requests.Count);
        Assert.All(Upstream.Requests, request => Assert.Equal(request.Body.Length.ToString(CultureInfo.InvariantCulture), request.Headers["Content-Length"]));
        Assert.All(Upstream.Requests, request => Assert.DoesNotContain("Transfer-Encoding", request.Headers));
    }

    [Fact]
    public async Task An_id_that_ESI_does_not_know_has_no_name_and_the_rest_is_named()
    {
        _unknown.UnionWith([First + 17, First + 18, First + 999]);
        AnswerLikeESI();

        var names = await Esi.GetNamesAsync([.. Enumerable.Range(0, 1000).Select(i => First + i)], default);

        Assert.Equal(1000, names.Count);
        Assert.Equal(_unknown.Order(), names.Where(name => name.Value is null).Select(name => name.Key).Order());

        // Two chains of ten halvings from one common start, each halving with two requests.
        Assert.InRange(Upstream.Requests.Count, 20, 50);
    }

    [Fact]
    public async Task Unknown_ids_have_no_names()
    {
        _unknown.UnionWith([1, 2, 3]);
        AnswerLikeESI();

        Assert.Equal([1, 2, 3], (await Esi.GetNamesAsync([1, 2, 3], default)).Where(name => name.Value is null).Select(name => name.Key).Order());
        Assert.Empty(await Esi.GetNamesAsync([], default));
    }

    [Fact]
    public async Task Structures_and_items_are_never_asked_for()
    {
        AnswerLikeESI();

        var names = await Esi.GetNamesAsync([First, 1_038_457_641_673, 0, -1, 1L << 62], default);

        Assert.Equal([First], names.Where(name => name.Value is not null).Select(name => name.Key));
        Assert.Equal(5, names.Count);
        Assert.Equal([First], Asked(Assert.Single(Upstream.Requests)));
    }

    [Fact]
    public async Task A_name_that_cannot_be_read_counts_as_missing()
    {
        Upstream.On(Path, Reply.Json("""[{"id":1,"name":"Chribba","category":"character"},{"id":2},{"id":3,"name":""},7]"""));

        Assert.Equal(new Dictionary<long, string?> { [1] = "Chribba", [2] = null, [3] = null }, await Esi.GetNamesAsync([1, 2, 3], default));
    }

    [Fact]
    public async Task Names_received_before_ESI_went_away_are_kept_and_the_rest_is_left_out()
    {
        var away = false;
        Upstream.On(Path, request =>
        {
            var ids = Asked(request);
            if (away) return Reply.Error(400);
            // The first half of the second batch is the last request that ESI answers.
            away = ids.Contains(First + 1000) && !ids.Contains(First + 1999);
            return ids.Contains(First + 1999) ? Reply.Error(404) : Named(ids);
        });

        var names = await Esi.GetNamesAsync([.. Enumerable.Range(0, 2000).Select(i => First + i)], default);

        Assert.Equal(Enumerable.Range(0, 1500).Select(i => First + i), names.Keys.Order());
    }

    [Fact]
    public async Task A_batch_with_another_error_is_not_halved()
    {
        Upstream.On(Path, Reply.Error(400));

        await Assert.ThrowsAsync<EsiUnavailableException>(() => Esi.GetNamesAsync([1, 2, 3], default));
        Assert.Single(Upstream.Requests);
    }

    private static string Name(long id) => $"Pilot {id.ToString(CultureInfo.InvariantCulture)}";

    private static long[] Asked(SeenRequest request) => JsonSerializer.Deserialize<long[]>(request.Body)!;

    private void AnswerLikeESI() => Upstream.On(Path, request => Asked(request) is var ids && ids.Any(_unknown.Contains)
        ? Reply.Error(404, "Ensure all IDs are valid before resolving.")
        : Named(ids));

    private static Reply Named(IEnumerable<long> ids) =>
        Reply.Json(JsonSerializer.Serialize(ids.Select(id => new { category = "character", id, name = Name(id) })));
}
