using System.Globalization;

namespace HangarBay.Domain.Contracts;

/// <summary>A public contract's id, as ESI lists it.</summary>
public readonly record struct ContractId(long Value) : IComparable<ContractId>
{
    /// <summary>2^53 - 1: the largest integer that a JSON reader in a browser keeps exact.</summary>
    public const long MaxValue = 9_007_199_254_740_991;

    public int CompareTo(ContractId other) => Value.CompareTo(other.Value);

    public static bool operator <(ContractId left, ContractId right) => left.Value < right.Value;

    public static bool operator >(ContractId left, ContractId right) => left.Value > right.Value;

    public static bool operator <=(ContractId left, ContractId right) => left.Value <= right.Value;

    public static bool operator >=(ContractId left, ContractId right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
