using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Bench.Questions;

/// <summary>Makes random questions with values that the API of a market gives. The same market always gives the same questions.</summary>
internal sealed class Drawing
{
    private const int Seed = 20;
    private const int MostFilters = 4;

    private static readonly JsonSerializerOptions Wire =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>The lists whose rows give the values; they contain some contracts of every kind.</summary>
    private static readonly string[] Lists =
    [
        "contracts/?size=40", "contracts/?is_ship_contract=true&sort_by=price&size=20", "contracts/?is_bpc=true&sort_by=volume&size=20", "contracts/?contract_type=auction&size=10",
        "contracts/?contract_type=courier&sort_by=reward&size=10",
    ];

    private readonly Random _random = new(Seed);
    private readonly Seen[] _contracts;
    private readonly int[] _regions;
    private readonly Taxonomy _taxonomy;

    private Drawing(Seen[] contracts, int[] regions, Taxonomy taxonomy) => (_contracts, _regions, _taxonomy) = (contracts, regions, taxonomy);

    public static async Task<Drawing> StartAsync(HttpClient api)
    {
        async Task<T> GetAsync<T>(string path) => (await api.GetFromJsonAsync<T>(path, Wire))!;
        var contracts = new List<Seen>();
        foreach (var list in Lists)
        {
            foreach (var row in (await GetAsync<List>(list)).Items) contracts.Add(await GetAsync<Seen>($"contracts/{row.ContractId}"));
        }

        var regions = await GetAsync<Regions>("regions");
        return new Drawing([.. contracts], [.. regions.Values.Select(region => region.RegionId)], await GetAsync<Taxonomy>("contracts/taxonomy"));
    }

    /// <summary>One question for every sort, without filters.</summary>
    public static IEnumerable<Question> Sorts(SortDirection direction = SortDirection.Desc) => Enum.GetValues<ContractSort>()
        .Select(sort => new Question($"sorted by {WireWords.Of(sort)}, {WireWords.Of(direction)}", new BrowseContracts { SortBy = sort, SortDirection = direction }));

    /// <summary>One question for every filter, without other filters.</summary>
    public IReadOnlyList<Question> Filters()
    {
        var about = _contracts.First(contract => contract.Lines.Any(line => line.Runs is not null));
        return [.. FiltersOf(about, about, Language.En).Select(filter => new Question($"{filter.Name} alone", filter.Put(new BrowseContracts())))];
    }

    /// <summary>Questions with random filters, sorts, pages and facets; no two are the same.</summary>
    public IReadOnlyList<Question> Any(int count)
    {
        var questions = new Dictionary<string, Question>();
        while (questions.Count < count)
        {
            var question = Any();
            questions[question.Path] = question;
        }

        return [.. questions.Values];
    }

    /// <summary>A random question. Most take their values from one contract, so that something is found.</summary>
    private Question Any()
    {
        var (about, language) = (OneOf(_contracts), OneOf(Enum.GetValues<Language>()));
        var filters = FiltersOf(about, _random.Next(6) == 0 ? OneOf(_contracts) : about, language);
        _random.Shuffle(filters);
        var plain = new BrowseContracts
        {
            Page = OneOf<int?>(null, null, null, 2, 5, 20, 200),
            Size = OneOf(50, 50, 20, 100),
            SortBy = OneOf(ContractSort.DateIssued, OneOf(Enum.GetValues<ContractSort>())),
            SortDirection = OneOf(Enum.GetValues<SortDirection>()),
            Lang = language,
            Facets = OneOf([], [], Some(OneOf(Enum.GetValues<FacetFamily>()), Enum.GetValues<FacetFamily>()), Enum.GetValues<FacetFamily>()),
        };
        return new Question("any", filters.Take(_random.Next(MostFilters + 1)).Aggregate(plain, (browse, filter) => filter.Put(browse)));
    }

    private (string Name, Func<BrowseContracts, BrowseContracts> Put)[] FiltersOf(Seen about, Seen other, Language language)
    {
        var lines = about.Lines.Concat(_contracts.SelectMany(contract => contract.Lines)).Where(line => line.IsIncluded);
        var line = lines.First();
        var otherLine = other.Lines.LastOrDefault(one => one.IsIncluded) ?? line;
        var copy = lines.First(one => one.Runs is not null);
        var search = Search(OneOf(about.Title, line.TypeName));
        var (minPrice, maxPrice) = Amount(about, one => one.CurrentBid ?? one.Price);
        var ((minCollateral, maxCollateral), (minReward, maxReward)) = (Amount(about, one => one.Collateral), Amount(about, one => one.Reward));
        var ((minRuns, maxRuns), (minMe, maxMe), (minTe, maxTe)) = (Range(copy.Runs), Range(copy.MaterialEfficiency), Range(copy.TimeEfficiency));
        RegionId[] regions = [.. Some(about.StartLocationRegionId, _regions).Select(id => new RegionId(id))];
        SystemId[] systems = [.. Some(about.StartLocationSystemId, [.. _contracts.Select(one => one.StartLocationSystemId)]).Select(id => new SystemId(id ?? 1))];
        LocationId[] stations = [.. Some(other.StartLocationId, [.. _contracts.Select(one => one.StartLocationId)]).Select(id => new LocationId(id ?? 1))];
        SecurityBand[] bands = Some(OneOf(Enum.GetValues<SecurityBand>()), Enum.GetValues<SecurityBand>());
        TypeId[] types = [.. Some(line.TypeId, [.. _contracts.SelectMany(one => one.Lines).Select(one => one.TypeId)]).Select(id => new TypeId(id))];
        CategoryId category = new(otherLine.CategoryId ?? OneOf(_taxonomy.Categories).CategoryId);
        GroupId group = new(OneOf(line.GroupId, OneOf(_taxonomy.Groups).GroupId) ?? 1);
        var (isCopy, isShip) = (OneOf(true, false), OneOf(true, false));
        return
        [
            ("search", browse => browse with { Search = search }),
            ("price", browse => browse with { MinPrice = minPrice, MaxPrice = maxPrice }),
            ("collateral", browse => browse with { MinCollateral = minCollateral, MaxCollateral = maxCollateral }),
            ("reward", browse => browse with { MinReward = minReward, MaxReward = maxReward }),
            ("runs", browse => browse with { MinRuns = (int?)minRuns, MaxRuns = (int?)maxRuns }),
            ("me", browse => browse with { MinMe = (int?)minMe, MaxMe = (int?)maxMe }),
            ("te", browse => browse with { MinTe = (int?)minTe, MaxTe = (int?)maxTe }),
            ("region_ids", browse => browse with { RegionIds = regions }),
            ("system_ids", browse => browse with { SystemIds = systems }),
            ("station_ids", browse => browse with { StationIds = stations }),
            ("security", browse => browse with { Security = bands }),
            ("type_ids", browse => browse with { TypeIds = types }),
            ("contract_type", browse => browse with { ContractTypes = [about.Type] }),
            ("category_id", browse => browse with { CategoryIds = [category] }),
            ("group_id", browse => browse with { GroupIds = [group] }),
            ("is_bpc", browse => browse with { IsBpc = isCopy }),
            ("is_ship_contract", browse => browse with { IsShipContract = isShip }),
        ];
    }

    /// <summary>A search for the first word of the text, its first letters, all of it, or all of it as a phrase.</summary>
    private string Search(string? text)
    {
        text = text is { Length: >= 3 } ? text : OneOf(_contracts.SelectMany(contract => contract.Lines).Select(line => line.TypeName).OfType<string>().ToArray());
        return OneOf(text, $"\"{text}\"", text.Split(' ')[0], text[..3]);
    }

    /// <summary>A range about the contract's own amount, or about that of the first contract that has one.</summary>
    private (decimal? Low, decimal? High) Amount(Seen about, Func<Seen, decimal?> of) => Range(of(about) ?? _contracts.Select(of).First(amount => amount is not null));

    /// <summary>A range with both ends, or with only the upper or the lower one.</summary>
    private (decimal? Low, decimal? High) Range(decimal? own)
    {
        var (low, high) = (Math.Round((own ?? 0) * OneOf(0, 0.5m, 1)), Math.Round((own ?? 0) * OneOf(1, 2, 10)) + 1);
        return OneOf<(decimal?, decimal?)>((low, high), (null, high), (low, null));
    }

    /// <summary>The value alone, or with one or two others.</summary>
    private T[] Some<T>(T own, T[] all) => [own, .. _random.GetItems(all, _random.Next(3))];

    private T OneOf<T>(params T[] all) => all[_random.Next(all.Length)];

    private sealed record List(Row[] Items);

    private sealed record Row(long ContractId);

    private sealed record Seen(
        ContractType Type, string Title, decimal? Price, decimal? CurrentBid, decimal? Collateral, decimal? Reward, long? StartLocationId, int? StartLocationSystemId,
        int StartLocationRegionId, [property: JsonPropertyName("items")] Line[] Lines);

    private sealed record Line(
        int TypeId, string? TypeName, int? CategoryId, int? GroupId, bool IsIncluded, int? Runs, int? MaterialEfficiency, int? TimeEfficiency);

    private sealed record Regions([property: JsonPropertyName("regions")] Entry[] Values);

    private sealed record Entry(int RegionId);

    private sealed record Taxonomy(Category[] Categories, Group[] Groups);

    private sealed record Category(int CategoryId);

    private sealed record Group(int GroupId);
}
