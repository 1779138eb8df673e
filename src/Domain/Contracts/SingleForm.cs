namespace HangarBay.Domain.Contracts;

/// <summary>Whether a contract offers one key and requests nothing, and which kind of key (B13).</summary>
public enum SingleForm
{
    /// <summary>It offers several keys or none, or it requests something.</summary>
    None,

    /// <summary>All offered lines are of one type. Copies also agree in runs and efficiencies.</summary>
    OneType,

    /// <summary>It offers one ship with things that belong in a ship. The ship is the key.</summary>
    FittedShip,
}
