using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>Names are looked through in memory, and read again once they are others.</summary>
public sealed class TypeNamesTests : IDisposable
{
    private static readonly SearchableNames Names = new([Name(1, "rokh"), Name(2, "rokh blueprint"), Name(3, ""), Name(4, "blue"), Name(5, "mega blueprint rokh")]);

    private readonly TypeNamesKept _kept = new();
    private int _read;

    [Theory]
    [InlineData("rokh", 1, 2, 5)]
    [InlineData("blue", 2, 4, 5)]
    [InlineData("rokh blue", 2)]
    [InlineData("rokh rokh")]
    [InlineData("mega", 5)]
    [InlineData("rokh|blueprint", 2, 5)]
    [InlineData("rokh|raven")]
    public void Every_term_is_within_one_name(string terms, params int[] types) =>
        Assert.Equal(types, Names.Holding(terms.Split('|')).Select(type => type.Value));

    [Fact]
    public void Where_there_are_no_names_none_is_found() => Assert.Empty(new SearchableNames([]).Holding(["rokh"]));

    [Fact]
    public async Task They_are_read_once_a_version_and_language()
    {
        var version = new TypeNamesVersion(3, 5);

        await ReadAsync(Language.En, version);
        await ReadAsync(Language.En, version with { });
        Assert.Equal(1, _read);

        await ReadAsync(Language.De, version);
        await ReadAsync(Language.En, version with { Types = 6 });
        await ReadAsync(Language.En, version with { ChangedIn = 4 });
        Assert.Equal(4, _read);
    }

    [Fact]
    public async Task What_is_not_whole_yet_is_read_again()
    {
        await ReadAsync(Language.En, new TypeNamesVersion(null, 5), isWhole: false);
        await ReadAsync(Language.En, new TypeNamesVersion(null, 5));

        Assert.Equal(2, _read);
    }

    public void Dispose() => _kept.Dispose();

    private static TypeName Name(int id, string text) => new(new TypeId(id), text);

    private Task<SearchableNames> ReadAsync(Language language, TypeNamesVersion version, bool isWhole = true) => _kept.ReadAsync(
        language,
        version,
        (_, _) =>
        {
            _read++;
            return Task.FromResult((Names, isWhole));
        },
        default);
}
