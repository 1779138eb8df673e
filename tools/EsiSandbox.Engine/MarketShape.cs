namespace HangarBay.EsiSandbox.Engine;

/// <summary>What a generated market is made for.</summary>
public enum MarketShape
{
    /// <summary>
    /// A market to look at: prices near a true value of each type, ships that are fitted as players fit them, couriers that go somewhere.
    /// </summary>
    Demo,

    /// <summary>
    /// A market to measure and to test with: the shares, sizes and oddities of the real market. It stays the same, byte for byte, from
    /// version to version.
    /// </summary>
    NewEden,
}
