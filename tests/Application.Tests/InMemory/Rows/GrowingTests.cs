using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>A list to which its writer adds while readers keep the part that they were given.</summary>
public sealed class GrowingTests
{
    private enum Step
    {
        Add,
        Set,
        Publish,
    }

    private static readonly Gen<(Step Step, int Many, int Where)[]> Steps =
        Gen.Select(Gen.Enum<Step>(), Gen.Int[1, 1_500], Gen.Int[0, 1_000_000]).Array[1, 24];

    [Fact]
    public void A_published_list_never_changes() => Steps.Sample(steps =>
    {
        var (list, model, published) = (new Growing<int>(), new List<int>(), new List<(Grown<int> Told, int[] Expected)>());
        var next = 0;
        foreach (var (step, many, where) in steps)
        {
            switch (step)
            {
                case Step.Add:
                    for (var left = many; left > 0; left--, next++)
                    {
                        Assert.Equal(model.Count, list.Add(next));
                        model.Add(next);
                    }

                    break;
                case Step.Set when model.Count > 0:
                    (list[where % model.Count], model[where % model.Count]) = (--next, next);
                    break;
                default:
                    published.Add((list.Publish(), [.. model]));
                    break;
            }
        }

        published.Add((list.Publish(), [.. model]));
        Assert.All(published, state => Assert.Equal(state.Expected, state.Told.Map(value => value)));
    });

    [Fact]
    public void The_writer_sees_each_change_at_once()
    {
        var list = new Growing<string>();
        list.Add("one");
        list.Publish();

        Assert.Equal(1, list.Add("two"));
        list[0] = "three";

        Assert.Equal(("three", "two", 2), (list[0], list[1], list.Count));
    }

    [Fact]
    public void Readers_do_not_see_later_changes_in_a_block_that_they_share()
    {
        var list = new Growing<string>();
        list.Add("one");
        var first = list.Publish();
        list.Add("two");
        var second = list.Publish();
        list[1] = "three";

        Assert.Equal(["one"], first.Map(value => value));
        Assert.Equal(["one", "two"], second.Map(value => value));
        Assert.Equal(["one", "three"], list.Publish().Map(value => value));
    }

    [Fact]
    public void An_empty_list_publishes_nothing() => Assert.Empty(new Growing<int>().Publish().Map(value => value));
}
