using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>The names of one kind in the form that is compared.</summary>
public sealed class NameTextsTests
{
    private readonly Known<RegionId, Region> _regions = new();

    [Theory]
    [InlineData("forge", Language.En, "0 the forge")]
    [InlineData("forge", Language.De, "0 the forge")]
    [InlineData("schmiede", Language.De, "0 die schmiede")]
    [InlineData("schmiede", Language.Fr, "")]
    [InlineData("e", Language.De, "0 the forge|1 delve|0 die schmiede")]
    public void A_name_is_found_in_English_and_in_the_readers_language(string term, Language language, string found)
    {
        Name(1, (Language.En, "The Forge"), (Language.De, "Die Schmiede"));
        Name(2, (Language.En, "Delve"), (Language.De, "Delve"));

        var told = new List<string>();
        Texts().Visit([term], language, (code, name) => told.Add($"{code} {name}"));

        Assert.Equal(found, string.Join('|', told));
    }

    [Fact]
    public void A_name_is_found_in_any_language_where_that_is_asked()
    {
        Name(1, (Language.En, "The Forge"), (Language.Ru, "Кузня"));

        var told = new List<string>();
        Texts().VisitAnyLanguage(["кузн"], (code, name) => told.Add($"{code} {name}"));

        Assert.Equal(["0 кузня"], told);
    }

    [Fact]
    public void Both_sides_are_in_the_form_that_is_compared()
    {
        Name(1, (Language.En, "O’Learya\u200B's"));

        var told = new List<string>();
        Texts().Visit([SearchText.Normalise("o`LEARYA'S*")], Language.En, (_, name) => told.Add(name.ToString()));

        Assert.Equal(["o'learya's"], told);
    }

    private void Name(int id, params (Language Language, string Text)[] names) => _regions.Set(
        new RegionId(id), new Region(new RegionId(id), LocalisedName.Of(names.Select(name => KeyValuePair.Create(name.Language, name.Text)))));

    private NameTexts Texts() => NameTexts.Of(_regions.Publish(), region => region.Name);
}
