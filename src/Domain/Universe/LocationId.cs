using System.Globalization;

namespace HangarBay.Domain.Universe;

/// <summary>Where a contract starts or ends: an NPC station, or a player's structure (M10).</summary>
public readonly record struct LocationId(long Value) : IComparable<LocationId>
{
    private const long FirstStation = 60_000_000;
    private const long LastStation = 63_999_999;

    /// <summary>Only stations have a public name; ESI is never asked for other locations.</summary>
    public bool IsStation => Value is >= FirstStation and <= LastStation;

    public int CompareTo(LocationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
