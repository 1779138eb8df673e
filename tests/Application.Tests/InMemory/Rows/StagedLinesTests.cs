using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>Kinds of lines that wait for their contracts.</summary>
public sealed class StagedLinesTests
{
    private readonly StagedLines _lines = new();

    [Fact]
    public void Each_kind_of_a_contract_is_kept_once()
    {
        foreach (var kind in (int[])[7, 3, 7, 3, 9]) _lines.Add(1, kind);
        foreach (var kind in (int[])[3, 7]) _lines.Add(2, kind);

        Assert.Equal([7, 3, 9], _lines.Of(1).ToArray());
        Assert.Equal([3, 7], _lines.Of(2).ToArray());
    }

    [Fact]
    public void The_quantities_of_a_kind_are_summed_for_each_contract()
    {
        foreach (var (kind, quantity) in ((int, long)[])[(7, 1), (3, 10), (7, 100), (9, long.MaxValue), (9, 1)]) _lines.Add(1, kind, quantity);
        _lines.Add(2, 7, 5);

        Assert.Equal([101, 10, long.MaxValue], _lines.QuantitiesOf(1).ToArray());
        Assert.Equal([5], _lines.QuantitiesOf(2).ToArray());
        Assert.Empty(_lines.QuantitiesOf(3).ToArray());
    }

    [Fact]
    public void A_contract_without_lines_has_none()
    {
        _lines.Add(1, 7);

        Assert.Empty(_lines.Of(2).ToArray());
    }

    [Fact]
    public void Lines_of_one_contract_that_do_not_come_together_are_refused()
    {
        _lines.Add(1, 7);
        _lines.Add(2, 7);

        Assert.Throws<InvalidOperationException>(() => _lines.Add(1, 3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public void Once_they_were_taken_none_is_left(int many)
    {
        for (var contract = 0; contract < many; contract++) _lines.Add(contract, 7);

        _lines.Clear();
        _lines.Add(2, 3);

        Assert.Empty(_lines.Of(0).ToArray());
        Assert.Equal([3], _lines.Of(2).ToArray());
    }
}
