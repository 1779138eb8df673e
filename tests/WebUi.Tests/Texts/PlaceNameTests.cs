using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

public sealed class PlaceNameTests
{
    [Theory]
    [InlineData("Jita IV - Moon 4 - Caldari Navy Assembly Plant", "Jita IV-4", "Caldari Navy Assembly Plant")]
    [InlineData("Misaba V - Moon 3 - Ammatar Fleet Logistic Support", "Misaba V-3", "Ammatar Fleet Logistic Support")]
    [InlineData("Moon 3 - Refinery", "Moon 3", "Refinery")]
    [InlineData("1DQ1-A - 1-st Thetastar of Dickbutt", "1DQ1-A", "1-st Thetastar of Dickbutt")]
    [InlineData("Unknown structure", "Unknown structure", null)]
    [InlineData("1DQ1-A", "1DQ1-A", null)]
    [InlineData(" - Nowhere", " - Nowhere", null)]
    [InlineData("", "", null)]
    public void A_place_name_is_split_into_where_it_is_and_what_is_there(string name, string where, string? what) => Assert.Equal(new PlaceName(where, what), PlaceName.Of(name));
}
