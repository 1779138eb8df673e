using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Tests.Given;

/// <summary>Short ways to fill and read the market in memory.</summary>
internal static class Memories
{
    private static readonly Func<Contract, IEnumerable<LiveLine>> Lines = LinesOf.Contract.Compile();

    public static LiveMarket AStateOf(params IEnumerable<Contract> contracts)
    {
        var memory = new MarketMemory();
        memory.Take(contracts);
        return memory.Publish();
    }

    /// <summary>Puts the contracts with their lines into memory, as loading does.</summary>
    public static void Take(this MarketMemory memory, params IEnumerable<Contract> contracts)
    {
        foreach (var contract in contracts)
        {
            foreach (var line in Lines(contract)) memory.Stage(line);
            memory.Put(contract);
        }
    }

    public static LiveMarket Publish(this MarketMemory memory) => memory.Publish(MarketVersion.None, null, []);

    /// <summary>All rows, past their expiry or not.</summary>
    public static RowSet AllRows(this LiveMarket market) => RowSet.Live(market, DateTimeOffset.MinValue, CancellationToken.None);

    public static long IdOf(this LiveMarket market, RowAt row) => market.Blocks[row.Block].Block.Id[row.At];

    /// <summary>The ids of the rows, the lowest first.</summary>
    public static IEnumerable<long> Ids(this RowSet rows) => rows.ById().Select(row => rows.Market.IdOf(row));

    public static IEnumerable<LineKind> KindsOf(this LiveMarket market, RowAt row)
    {
        var block = market.Blocks[row.Block].Block;
        return block.LinesOf(row.At).ToArray().Select(kind => market.Dictionaries.Lines[kind]);
    }
}
