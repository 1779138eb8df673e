using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Collects the rows of one contract and their totals.</summary>
internal sealed class Basket(long contractId, IWorth worth)
{
    /// <summary>More rows than any contract has, so that its ids never reach those of the next contract.</summary>
    private const long RowsPerContract = 8192;

    /// <summary>ISK.</summary>
    private const double DearestStack = 2e9;

    private readonly List<Line> _lines = [];
    private double _offered;
    private double _requested;

    public double Volume { get; private set; }
    public double Value => _offered > 0 ? _offered : _requested;
    public IReadOnlyList<Line> Lines => _lines;

    public void Offer(TypeFact type, long quantity = 1, bool packaged = true)
    {
        var stack = Affordable(type, quantity);
        Add(stack, packaged ? type.PackagedVolume : type.Volume, worth.Of(type), new(NextRecord, type.Id, stack, ItemId: NextItem));
    }

    /// <summary>Offers what is fitted to a ship or in its hold. It adds nothing to the volume, as ESI reports it.</summary>
    public void OfferInside(TypeFact type, long quantity = 1) =>
        Add(quantity, 0, worth.Of(type), new(NextRecord, type.Id, quantity, ItemId: NextItem));

    public void OfferCopy(TypeFact blueprint, int runs, int material, int time) =>
        Add(1, blueprint.Volume, worth.OfCopy(blueprint, runs, material, time),
            new(NextRecord, blueprint.Id, 1, ItemId: NextItem, Copy: true, Runs: runs, Material: material, Time: time));

    /// <summary>Offers a blueprint original. An unresearched one has no efficiencies in its row.</summary>
    public void OfferOriginal(TypeFact blueprint, int material, int time) =>
        Add(1, blueprint.Volume, worth.OfOriginal(blueprint, material, time),
            new(NextRecord, blueprint.Id, 1, ItemId: NextItem, Material: material > 0 ? material : null, Time: time > 0 ? time : null));

    public void Request(TypeFact type, long quantity)
    {
        var stack = Affordable(type, quantity);
        _lines.Add(new(NextRecord, type.Id, stack, Included: false));
        _requested += worth.Of(type) * stack;
    }

    /// <summary>Limits the quantity by its worth: a million cheap items are plausible, five hundred titans are not.</summary>
    private long Affordable(TypeFact type, long quantity) => Math.Min(quantity, Math.Max(1, (long)(DearestStack / worth.Of(type))));

    private long NextRecord => 4_000_000_000 + contractId * RowsPerContract + _lines.Count;

    private long NextItem => 1_000_000_000_000 + contractId * RowsPerContract + _lines.Count;

    private void Add(long quantity, double volume, double price, Line line)
    {
        _lines.Add(line);
        Volume += volume * quantity;
        _offered += price * quantity;
    }
}
