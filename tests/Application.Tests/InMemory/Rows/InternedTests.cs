using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Small numbers for values.</summary>
public sealed class InternedTests
{
    private readonly Interned<string> _values = new();

    [Fact]
    public void Equal_values_share_a_code_and_codes_count_from_zero()
    {
        Assert.Equal([0, 1, 0, 2, 1], new[] { "a", "b", "a", "A", "b" }.Select(_values.Of));
        Assert.Equal(3, _values.Count);
        Assert.Equal("A", _values[2]);
    }

    [Fact]
    public void A_value_has_a_code_after_it_was_added()
    {
        _values.Of("a");

        Assert.True(_values.Has("a"));
        Assert.False(_values.Has("b"));
    }

    [Fact]
    public void Readers_find_only_the_values_from_before_the_publication()
    {
        _values.Of("a");
        var first = _values.Publish();
        _values.Of("b");
        var second = _values.Publish();

        Assert.True(first.TryFind("a", out var code));
        Assert.Equal(0, code);
        Assert.False(first.TryFind("b", out _));
        Assert.False(first.TryFind("c", out _));
        Assert.True(second.TryFind("b", out _));
        Assert.Equal((1, 2), (first.Count, second.Count));
    }

    [Fact]
    public void A_map_has_the_result_for_each_value_at_its_code()
    {
        foreach (var value in (string[])["one", "three", "two", "three"]) _values.Of(value);

        Assert.Equal([3, 5, 3], _values.Publish().Map(value => value.Length));
    }
}
