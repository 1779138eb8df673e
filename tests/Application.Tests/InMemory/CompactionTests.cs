using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory;

/// <summary>Memory is freed as contracts change and leave, without an effect on readers.</summary>
public sealed class CompactionTests
{
    private const int Ids = 2_400;
    private const int Rounds = 6;

    private readonly MarketMemory _memory = new();

    /// <summary>Puts, changes and removes thousands of contracts; each state is held until the end.</summary>
    [Fact]
    public void Every_state_keeps_its_contracts_while_later_changes_come() => Gen.Select(AnyContract.Open.Array[200], Gen.Int).Sample(
        (contracts, seed) =>
        {
            var (memory, model, random, states) = (new MarketMemory(), new SortedDictionary<long, Held>(), new Random(seed), new List<(LiveMarket Told, Held[] Expected)>());
            for (var round = 0; round < Rounds; round++)
            {
                // A change of the market contains each contract once.
                foreach (var id in Enumerable.Range(1, Ids).OrderBy(_ => random.Next()).Take(Ids / 2))
                {
                    if (random.Next(3) == 0)
                    {
                        memory.Remove(new ContractId(id));
                        model.Remove(id);
                    }
                    else
                    {
                        var contract = contracts[random.Next(contracts.Length)](id);
                        memory.Take(contract);
                        model[id] = Held.Of(contract);
                    }
                }

                var state = memory.Publish();
                Assert.Equal(model.Values, Held.AllOf(state));
                Assert.InRange(RowsOf(state), 0, (2 * state.Count) + (2 * ContractBlock.Size));
                states.Add((state, [.. model.Values]));
            }

            Assert.All(states, state => Assert.Equal(state.Expected, Held.AllOf(state.Told)));
        },
        iter: 1);

    [Fact]
    public void A_full_block_of_which_less_than_half_lives_is_emptied_into_others()
    {
        Fill(1, 2 * ContractBlock.Size);
        _memory.Publish();
        Remove(1, (ContractBlock.Size / 2) + 1);

        var market = _memory.Publish();

        Assert.Same(ContractBlock.Nothing, market.Blocks[0].Block);
        Assert.Equal(Held.AllOf(Memories.AStateOf(Range((ContractBlock.Size / 2) + 2, 2 * ContractBlock.Size))), Held.AllOf(market));
    }

    [Fact]
    public void A_full_block_of_which_half_lives_is_left_alone()
    {
        Fill(1, 2 * ContractBlock.Size);
        var before = _memory.Publish();
        Remove(1, ContractBlock.Size / 2);

        Assert.Same(before.Blocks[0].Block, _memory.Publish().Blocks[0].Block);
    }

    [Fact]
    public void The_block_that_takes_the_next_contract_is_left_alone()
    {
        Fill(1, 10);
        var before = _memory.Publish();
        Remove(1, 9);

        var after = _memory.Publish();

        Assert.Same(before.Blocks[0].Block, after.Blocks[0].Block);
        Assert.Equal(Held.AllOf(Memories.AStateOf(Range(10, 10))), Held.AllOf(after));
    }

    [Fact]
    public void An_emptied_block_is_filled_again()
    {
        Fill(1, 2 * ContractBlock.Size);
        Remove(1, ContractBlock.Size);
        _memory.Publish();

        Fill(3 * ContractBlock.Size, (4 * ContractBlock.Size) - 1);
        var market = _memory.Publish();

        Assert.Equal(2, market.Blocks.Count);
        Assert.Equal(
            Held.AllOf(Memories.AStateOf([.. Range(ContractBlock.Size + 1, 2 * ContractBlock.Size), .. Range(3 * ContractBlock.Size, (4 * ContractBlock.Size) - 1)])),
            Held.AllOf(market));
        Assert.Equal(0, ContractBlock.Nothing.Count);
    }

    [Fact]
    public void A_market_that_was_emptied_takes_no_more_blocks_than_before()
    {
        for (var round = 0; round < 5; round++)
        {
            Fill(1, 2 * ContractBlock.Size);
            Remove(1, 2 * ContractBlock.Size);
            Assert.Equal(0, _memory.Publish().Count);
        }

        Assert.InRange(_memory.Publish().Blocks.Count, 1, 3);
    }

    private static IEnumerable<Contract> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(id => Numbered(id).Priced(id).Listed());

    private static int RowsOf(LiveMarket market) => market.Blocks.Sum(view => view.Block.Count);

    private void Fill(int first, int last) => _memory.Take(Range(first, last));

    private void Remove(int first, int last)
    {
        for (var id = first; id <= last; id++) _memory.Remove(new ContractId(id));
    }
}
