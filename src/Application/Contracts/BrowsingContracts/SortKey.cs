using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A key that rows are sorted by (B8), and by which a cursor finds its row again (B9). A cursor stores a key as a whole number, a double, a
/// text or nothing, whatever the key's own type.
/// </summary>
internal abstract class SortKey
{
    private static readonly SortKey DateIssued = new InstantKey(block => block.DateIssued);
    private static readonly SortKey DateExpired = new InstantKey(block => block.DateExpired);
    private static readonly SortKey Price = new AmountKey(block => block.PriceNow);
    private static readonly SortKey Buyout = new AmountKey(block => block.Buyout);
    private static readonly SortKey Collateral = new AmountKey(block => block.Collateral);
    private static readonly SortKey Reward = new AmountKey(block => block.Reward);
    private static readonly SortKey RewardPerVolume = new NumberKey(block => block.RewardPerVolume);
    private static readonly SortKey Volume = new NumberKey(block => block.Volume);
    private static readonly SortKey DaysToComplete = new DaysKey();
    private static readonly SortKey ShipName = new ShipKey();
    private static readonly SortKey UnitPrice = new AmountKey(block => block.UnitPrice);

    public static SortKey Of(ContractSort by) => by switch
    {
        ContractSort.DateIssued => DateIssued,
        ContractSort.DateExpired => DateExpired,
        ContractSort.Price => Price,
        ContractSort.Buyout => Buyout,
        ContractSort.Collateral => Collateral,
        ContractSort.Reward => Reward,
        ContractSort.RewardPerVolume => RewardPerVolume,
        ContractSort.Volume => Volume,
        ContractSort.DaysToComplete => DaysToComplete,
        ContractSort.ShipName => ShipName,
        ContractSort.UnitPrice => UnitPrice,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No such sort key."),
    };

    /// <summary>The keys of the rows of one state of the market.</summary>
    public abstract IKeyReader Keys(LiveMarket market);

    /// <summary>The value that a cursor stores of the row.</summary>
    public abstract object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries);

    /// <summary>Whether <see cref="Keep"/> could have returned the value.</summary>
    public abstract bool CouldKeep(object? kept);

    /// <summary>The key in the order of the rows. The row itself may be gone.</summary>
    /// <param name="kept">What <see cref="Keep"/> returned for the row.</param>
    /// <param name="market">The market whose rows are sorted.</param>
    public abstract long KeyOf(object? kept, LiveMarket market);

    private sealed class InstantKey(Func<ContractBlock, long[]> column) : SortKey
    {
        private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
        private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

        public override IKeyReader Keys(LiveMarket market) => new InstantKeys(column);

        public override object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries) => column(block)[at];

        public override bool CouldKeep(object? kept) => kept is long instant && instant >= First && instant <= Last;

        public override long KeyOf(object? kept, LiveMarket market) => (long)kept!;
    }

    private sealed class AmountKey(Func<ContractBlock, long[]> column) : SortKey
    {
        public override IKeyReader Keys(LiveMarket market) => new AmountKeys(column);

        public override object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries) => column(block)[at] is >= 0 and var isk ? isk : null;

        public override bool CouldKeep(object? kept) => kept is null or long and >= 0;

        public override long KeyOf(object? kept, LiveMarket market) => AmountKeys.KeyOf(kept as long? ?? -1);
    }

    private sealed class NumberKey(Func<ContractBlock, double[]> column) : SortKey
    {
        public override IKeyReader Keys(LiveMarket market) => new NumberKeys(column);

        public override object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries) =>
            double.IsNaN(column(block)[at]) ? null : column(block)[at];

        public override bool CouldKeep(object? kept) => kept is null || (kept is double number && double.IsFinite(number));

        public override long KeyOf(object? kept, LiveMarket market) => NumberKeys.KeyOf(kept as double? ?? double.NaN);
    }

    private sealed class DaysKey : SortKey
    {
        public override IKeyReader Keys(LiveMarket market) => new WholeKeys(block => block.DaysToComplete);

        public override object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries) =>
            block.DaysToComplete[at] == ContractBlock.NullNumber ? null : (long)block.DaysToComplete[at];

        public override bool CouldKeep(object? kept) => kept is null or long and >= 0 and <= int.MaxValue;

        public override long KeyOf(object? kept, LiveMarket market) => kept as long? ?? SortColumn.None;
    }

    private sealed class ShipKey : SortKey
    {
        public override IKeyReader Keys(LiveMarket market) => new ShipKeys(market.ShipOrder.Value);

        public override object? Keep(ContractBlock block, int at, PublishedDictionaries dictionaries) =>
            block.ShipName[at] < 0 ? null : dictionaries.ShipNames[block.ShipName[at]];

        public override bool CouldKeep(object? kept) => kept is null || (kept is string { Length: <= LocalisedName.MaxLength } name && !name.Any(char.IsControl));

        public override long KeyOf(object? kept, LiveMarket market) =>
            kept is string name ? market.ShipOrder.Value.PlaceOf(name) : SortColumn.None;
    }
}
