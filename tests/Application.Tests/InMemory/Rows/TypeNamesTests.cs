using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Types found by a part of their name (B3).</summary>
public sealed class TypeNamesTests
{
    private readonly Known<TypeId, ItemType> _types = new();

    [Theory]
    [InlineData("rokh", 1, 2, 5)]
    [InlineData("blue", 2, 4, 5)]
    [InlineData("rokh blue", 2)]
    [InlineData("rokh rokh")]
    [InlineData("mega", 5)]
    [InlineData("rokh|blueprint", 2, 5)]
    [InlineData("rokh|raven")]
    public void Every_term_is_within_one_name(string terms, params int[] types)
    {
        foreach (var (id, name) in ((int, string)[])[(5, "Mega Blueprint Rokh"), (4, "BLUE"), (2, "Rokh Blueprint"), (1, "rokh")]) Name(id, (Language.En, name));
        _types.Set(new TypeId(3), ItemType.Unknown(new TypeId(3), Noon));
        // A type that a contract has but that has no name.
        _types.Of(new TypeId(6));

        Assert.Equal(types, Find(terms.Split('|'), Language.En));
    }

    [Theory]
    [InlineData("rokh", Language.En, 1)]
    [InlineData("rokh", Language.Ja, 1)]
    [InlineData("ロク", Language.Ja, 1)]
    [InlineData("ロク", Language.De)]
    [InlineData("ロク", Language.En)]
    [InlineData("einhorn", Language.De, 2)]
    [InlineData("einhorn", Language.En)]
    [InlineData("einhorn", Language.Ja)]
    public void A_name_is_searched_in_the_readers_language_and_in_English(string term, Language language, params int[] types)
    {
        Name(1, (Language.En, "Rokh"), (Language.Ja, "ロク"));
        Name(2, (Language.De, "Einhorn"));

        Assert.Equal(types, Find([term], language));
    }

    [Fact]
    public void Terms_in_two_languages_do_not_count_as_one_name()
    {
        Name(1, (Language.En, "Rokh"), (Language.De, "Schiff"));

        Assert.Empty(Find(["rokh", "schiff"], Language.De));
    }

    [Fact]
    public void Where_there_are_no_names_none_is_found() => Assert.Empty(Find(["rokh"], Language.De));

    [Fact]
    public void A_name_added_later_is_not_in_a_published_state()
    {
        Name(1, (Language.En, "Rokh"));
        var names = new TypeNames(_types.Publish());
        Name(2, (Language.En, "Rokh Blueprint"));
        Name(1, (Language.En, "Raven"));

        Assert.Equal([new TypeId(1)], names.Holding(["rokh"], Language.En));
        Assert.Equal([new TypeId(2)], new TypeNames(_types.Publish()).Holding(["rokh"], Language.En));
    }

    private void Name(int id, params (Language Language, string Text)[] names) => _types.Set(
        new TypeId(id),
        ItemType.Known(
            new TypeId(id), LocalisedName.Of(names.Select(name => KeyValuePair.Create(name.Language, name.Text))), new GroupId(1), null, null, true, null, Noon));

    private IEnumerable<int> Find(string[] terms, Language language) =>
        new TypeNames(_types.Publish()).Holding(terms, language).Select(type => type.Value).Order();
}
