using System.Text;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Ships' names by code points (B8).</summary>
public sealed class ShipOrderTests
{
    /// <summary>Characters that take one to four bytes in UTF-8.</summary>
    private static readonly Gen<string> Name =
        Gen.OneOf("a", "Z", " ", "\u007F", "Ä", "\u07FF", "艦", "\uE000", "\uFFFD", "🚀", "𠀋").Array[0, 4].Select(string.Concat);

    private static readonly Gen<string[]> Names = Name.Array[0, 12].Select(names => names.Distinct().ToArray());

    [Fact]
    public void Capitals_come_before_small_letters_and_what_lies_beyond_the_first_plane_comes_last()
    {
        string[] sorted = ["Rifter", "Rokh", "rokh", "Ångström", "艦", "\uE000", "\uFFFD", "🚀", "𠀋"];
        var order = Of(sorted.Reverse());

        Assert.Equal(sorted, sorted.Reverse().OrderBy(order.PlaceOf));
    }

    [Fact]
    public void Places_are_in_the_order_of_the_names_bytes_in_UTF_8() => Names.Sample(names =>
    {
        var order = Of(names);

        var places = Enumerable.Range(0, names.Length).OrderBy(code => order.PlaceOf(code)).Select(code => names[code]);

        Assert.Equal(names.Order(Comparer<string>.Create(ByBytes)), places);
    });

    [Fact]
    public void A_name_has_the_place_of_its_code() => Names.Sample(names =>
    {
        var order = Of(names);

        Assert.All(names.Index(), name => Assert.Equal(order.PlaceOf(name.Index), order.PlaceOf(name.Item)));
    });

    [Fact]
    public void A_name_that_no_ship_has_lies_between_its_neighbours() => Gen.Select(Names, Name).Where((names, name) => !names.Contains(name)).Sample((names, name) =>
    {
        var order = Of(names);

        Assert.All(names.Index(), other => Assert.Equal(Math.Sign(ByBytes(name, other.Item)), Math.Sign(order.PlaceOf(name).CompareTo(order.PlaceOf(other.Index)))));
    });

    [Fact]
    public void Where_there_are_no_ships_every_name_has_the_same_place() => Assert.Equal(Of([]).PlaceOf("Rokh"), Of([]).PlaceOf("Rifter"));

    private static int ByBytes(string? one, string? other) => Encoding.UTF8.GetBytes(one!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other!));

    private static ShipOrder Of(IEnumerable<string> names)
    {
        var codes = new Interned<string>();
        foreach (var name in names) codes.Of(name);
        return new ShipOrder(codes.Publish());
    }
}
