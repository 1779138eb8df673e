using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Universe;
using NSubstitute;

namespace HangarBay.Application.Tests.Contracts;

public sealed class NameCacheTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly CharacterId Ada = new(90_000_001);
    private static readonly CharacterId Nobody = new(90_000_002);

    private readonly IReadRepository<Character> _characters = Substitute.For<IReadRepository<Character>>();
    private readonly NameCache _cache = new();

    public NameCacheTests() =>
        _characters.ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>()).Returns([new Character(Ada, "Ada", Noon)]);

    [Fact]
    public async Task What_was_read_at_an_instant_is_not_read_again_at_it_known_or_not()
    {
        await ReadAsync(Noon);
        var again = await ReadAsync(Noon);

        Assert.Equal("Ada", again.Characters[Ada]?.Name);
        Assert.Null(again.Characters[Nobody]);
        await _characters.Received(1).ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_later_instant_reads_anew()
    {
        await ReadAsync(Noon);
        await ReadAsync(Noon.AddMinutes(1));

        await _characters.Received(2).ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Who_asks_of_an_instant_that_has_passed_keeps_nothing_and_takes_nothing_away()
    {
        await ReadAsync(Noon.AddMinutes(1));
        await ReadAsync(Noon);
        await ReadAsync(Noon);
        await ReadAsync(Noon.AddMinutes(1));

        await _characters.Received(3).ListAsync(Arg.Any<Specification<Character>>(), Arg.Any<CancellationToken>());
    }

    private async Task<NamesKept> ReadAsync(DateTimeOffset instant)
    {
        var kept = _cache.At(instant);
        await NamesKept.ReadAsync(_characters, kept.Characters, [Ada, Nobody, Ada], ids => new CharactersOfIds(ids), character => character.Id, default);
        return kept;
    }
}
