using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GetMarketStamp;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Universe;
using NSubstitute;

namespace HangarBay.Application.Tests.Contracts;

public sealed class MarketCacheTests
{
    private static readonly MarketStamp First = new(7, 3, new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(60));
    private static readonly CharacterId Ada = new(90_000_001);
    private static readonly CharacterId Nobody = new(90_000_002);

    private readonly IReadRepository<Character> _characters = Substitute.For<IReadRepository<Character>>();
    private readonly MarketCache _cache = new();

    public MarketCacheTests() =>
        _characters.ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>()).Returns([new Character(Ada, "Ada", First.Instant)]);

    public static TheoryData<MarketStamp> Later =>
    [
        First with { Contracts = 8 },
        First with { Coverage = 4 },
        First with { Instant = First.Instant.AddMinutes(1) },
    ];

    [Fact]
    public async Task Names_that_were_read_are_not_read_again_known_or_not()
    {
        await ReadAsync(First);
        var again = await ReadAsync(First with { Lasts = TimeSpan.FromSeconds(9) });

        Assert.Equal("Ada", again.Characters[Ada]?.Name);
        Assert.Null(again.Characters[Nobody]);
        await _characters.Received(1).ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>());
    }

    [Theory, MemberData(nameof(Later))]
    public void A_later_stamp_keeps_nothing_of_an_earlier_one(MarketStamp later)
    {
        var first = _cache.At(First);

        Assert.NotSame(first, _cache.At(later));
        Assert.Same(_cache.At(later), _cache.At(later));
    }

    [Theory, MemberData(nameof(Later))]
    public void Who_asks_by_a_stamp_that_has_passed_keeps_nothing_and_takes_nothing_away(MarketStamp later)
    {
        var latest = _cache.At(later);

        Assert.NotSame(_cache.At(First), _cache.At(First));
        Assert.Same(latest, _cache.At(later));
    }

    [Fact]
    public void Before_the_first_commit_nothing_is_kept() =>
        Assert.NotSame(_cache.At(First with { Contracts = 0 }), _cache.At(First with { Contracts = 0 }));

    [Fact]
    public async Task What_nobody_ever_had_is_kept_up_to_a_bound_and_what_is_there_beyond_it_too()
    {
        var names = _cache.At(First).Names;
        for (var id = 1; id <= NamesKept.Most; id++) names.Characters[new CharacterId(id)] = null;

        await ReadAsync(First);
        await ReadAsync(First);

        Assert.Equal("Ada", names.Characters[Ada]?.Name);
        Assert.False(names.Characters.ContainsKey(Nobody));
        await _characters.Received(2).ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>());
    }

    private async Task<NamesKept> ReadAsync(MarketStamp stamp)
    {
        var names = _cache.At(stamp).Names;
        await NamesKept.ReadAsync(_characters, names.Characters, [Ada, Nobody, Ada], ids => new CharactersOfIds(ids), character => character.Id, default);
        return names;
    }
}
