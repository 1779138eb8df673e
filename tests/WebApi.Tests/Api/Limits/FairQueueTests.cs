using HangarBay.WebApi.Limits;

namespace HangarBay.WebApi.Tests.Api.Limits;

public sealed class FairQueueTests
{
    private const int Greedy = 1;
    private const int Modest = 2;

    [Fact]
    public async Task One_client_cannot_take_all_places()
    {
        var queue = new FairQueue(places: 4, placesEach: 2, waiting: 10, waitingEach: 10);
        await EnterAsync(queue, Greedy);
        await EnterAsync(queue, Greedy);

        var third = queue.EnterAsync(Greedy, CancellationToken.None);
        await EnterAsync(queue, Modest);

        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Clients_take_turns_in_the_queue()
    {
        var queue = new FairQueue(places: 1, placesEach: 1, waiting: 10, waitingEach: 10);
        var held = await EnterAsync(queue, Greedy);
        var order = new List<string>();
        var asking = new[] { (Greedy, "greedy 1"), (Greedy, "greedy 2"), (Modest, "modest 1"), (Greedy, "greedy 3"), (Modest, "modest 2"), (3, "third") }
            .Select(one => RunAsync(queue, one.Item1, () => order.Add(one.Item2))).ToList();

        held.Dispose();
        await Task.WhenAll(asking);

        Assert.Equal(["greedy 1", "modest 1", "third", "greedy 2", "modest 2", "greedy 3"], order);
    }

    [Fact]
    public async Task Requests_beyond_the_limit_of_the_queue_or_of_one_client_are_refused()
    {
        var queue = new FairQueue(places: 1, placesEach: 1, waiting: 3, waitingEach: 2);
        await EnterAsync(queue, Greedy);
        _ = queue.EnterAsync(Greedy, CancellationToken.None);
        _ = queue.EnterAsync(Greedy, CancellationToken.None);

        Assert.Null(await queue.EnterAsync(Greedy, CancellationToken.None));
        Assert.False(queue.EnterAsync(Modest, CancellationToken.None).IsCompleted);
        Assert.Null(await queue.EnterAsync(3, CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_wait_delays_no_other()
    {
        var queue = new FairQueue(places: 1, placesEach: 1, waiting: 2, waitingEach: 2);
        var held = await EnterAsync(queue, Greedy);
        using var patience = new CancellationTokenSource();
        var impatient = queue.EnterAsync(Modest, patience.Token);
        var patient = queue.EnterAsync(3, CancellationToken.None);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await impatient);
        held.Dispose();

        Assert.NotNull(await patient);
    }

    [Fact]
    public async Task A_place_is_released_only_once()
    {
        var queue = new FairQueue(places: 1, placesEach: 1, waiting: 2, waitingEach: 2);
        var first = await EnterAsync(queue, Greedy);
        first.Dispose();
        await EnterAsync(queue, Greedy);

        first.Dispose();

        Assert.False(queue.EnterAsync(Modest, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task The_queue_never_exceeds_its_limit_and_every_waiter_gets_a_place()
    {
        var queue = new FairQueue(places: 3, placesEach: 2, waiting: 1000, waitingEach: 1000);
        var (random, inside, most, through) = (new Random(7), 0, 0, 0);
        var waits = Enumerable.Range(0, 400).Select(_ => random.Next(5)).ToList();

        await Parallel.ForEachAsync(waits, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (client, token) =>
        {
            using var place = await queue.EnterAsync(client, token);
            var now = Interlocked.Increment(ref inside);
            for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
            {
            }

            await Task.Yield();
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref through);
        });

        Assert.Equal((400, 0), (through, inside));
        Assert.InRange(most, 1, 3);
    }

    private static async Task<IDisposable> EnterAsync(FairQueue queue, int client)
    {
        var entering = queue.EnterAsync(client, CancellationToken.None);
        Assert.True(entering.IsCompleted);
        return (await entering)!;
    }

    private static async Task RunAsync(FairQueue queue, int client, Action run)
    {
        using var place = await queue.EnterAsync(client, CancellationToken.None);
        run();
    }
}
