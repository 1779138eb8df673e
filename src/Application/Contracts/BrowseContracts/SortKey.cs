using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// What rows are sorted by (B8), and how a row is found again by it (B9). What a cursor keeps of a key is a whole number, a
/// double, a text or nothing, whatever the key's own type.
/// </summary>
internal abstract class SortKey
{
    private const int LongestText = 200;

    private static readonly SortKey DateIssued = Instant(contract => contract.DateIssued);
    private static readonly SortKey DateExpired = Instant(contract => contract.DateExpired);
    private static readonly SortKey Price = Amount(contract => contract.PriceNow);
    private static readonly SortKey Buyout = Amount(contract => contract.Buyout);
    private static readonly SortKey Collateral = Amount(contract => contract.Collateral);
    private static readonly SortKey Reward = Amount(contract => contract.Reward);
    private static readonly SortKey RewardPerVolume = Number(contract => contract.RewardPerVolume);
    private static readonly SortKey Volume = Number(contract => contract.Volume);

    private static readonly SortKey DaysToComplete = new SortKey<int?>(
        contract => contract.DaysToComplete, days => (long?)days, kept => kept is long and >= 0 and <= int.MaxValue and var days ? (int)days : null);

    private static readonly SortKey ShipName = new SortKey<string?>(
        contract => contract.ShipName, name => name, kept => kept is string { Length: <= LongestText } name && !name.Any(char.IsControl) ? name : null);

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
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No such sort key."),
    };

    /// <param name="query">What is sorted.</param>
    /// <param name="descending">The other way.</param>
    /// <param name="mayBeNull">False where a bound leaves no null in: then an index of the key holds the order.</param>
    public abstract IOrderedSpecificationBuilder<Contract> Sort(ISpecificationBuilder<Contract> query, bool descending, bool mayBeNull);

    /// <summary>What comes after the row in that order; the row itself need not be there any more.</summary>
    public abstract Expression<Func<Contract, bool>> Beyond(WalkPosition row, bool descending);

    /// <summary>What a cursor keeps of the row.</summary>
    public abstract object? Keep(Contract contract);

    /// <summary>Whether <see cref="Keep"/> could have said so.</summary>
    public abstract bool CouldKeep(object? kept);

    private static SortKey<DateTimeOffset> Instant(Expression<Func<Contract, DateTimeOffset>> key) => new(
        key, instant => instant.ToUnixTimeMilliseconds(), kept => kept is long milliseconds && IsInstant(milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : default);

    private static SortKey<Isk?> Amount(Expression<Func<Contract, Isk?>> key) => new(
        key, isk => isk?.Hundredths, kept => kept is long and >= 0 and var hundredths ? Isk.FromHundredths(hundredths) : null);

    private static SortKey<double?> Number(Expression<Func<Contract, double?>> key) => new(
        key, number => number, kept => kept is double number && double.IsFinite(number) ? number : null);

    private static bool IsInstant(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}

/// <param name="key">Of a row; null comes last in both directions.</param>
/// <param name="keep">The form a cursor keeps.</param>
/// <param name="restore">From that form; the type's default where it is another's, or out of range.</param>
internal sealed class SortKey<T>(Expression<Func<Contract, T>> key, Func<T, object?> keep, Func<object?, T> restore) : SortKey
{
    private static readonly bool HasNulls = default(T) is null;
    private readonly Func<Contract, T> _keyOf = key.Compile();

    public override IOrderedSpecificationBuilder<Contract> Sort(ISpecificationBuilder<Contract> query, bool descending, bool mayBeNull)
    {
        var boxed = Expression.Lambda<Func<Contract, object?>>(Expression.Convert(key.Body, typeof(object)), key.Parameters);
        return HasNulls && mayBeNull ? query.OrderNullsLast(boxed, descending) : descending ? query.OrderByDescending(boxed) : query.OrderBy(boxed);
    }

    public override Expression<Func<Contract, bool>> Beyond(WalkPosition row, bool descending)
    {
        var id = row.Id;
        Expression<Func<Contract, bool>> laterId = descending ? contract => contract.Id < id : contract => contract.Id > id;
        if (row.Kept is null) return IsNull().And(laterId);

        var value = restore(row.Kept);
        var beyond = key.Compared(descending ? ExpressionType.LessThan : ExpressionType.GreaterThan, value)
            .Or(key.Compared(ExpressionType.Equal, value).And(laterId));
        return HasNulls ? beyond.Or(IsNull()) : beyond;
    }

    public override object? Keep(Contract contract) => keep(_keyOf(contract));

    public override bool CouldKeep(object? kept) => kept is null ? HasNulls : Equals(keep(restore(kept)), kept);

    private Expression<Func<Contract, bool>> IsNull() =>
        Expression.Lambda<Func<Contract, bool>>(Expression.Equal(key.Body, Expression.Constant(null, typeof(T))), key.Parameters);
}
