namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>What can be wrong with a row of a list. A fault of a single row damages the middle one.</summary>
public enum RowDamage
{
    /// <summary>No <c>price</c>, which the schema allows.</summary>
    MissingPrice,

    /// <summary>A <c>volume</c> below zero.</summary>
    NegativeVolume,

    /// <summary>A <c>type</c> that is in no enumeration.</summary>
    UnknownType,

    /// <summary>The same row twice on one page.</summary>
    Duplicate,

    /// <summary>The last row of the page before is repeated as the first row; page 1 stays correct.</summary>
    DuplicateAcross,

    /// <summary>Two rows have changed places.</summary>
    Unordered,

    /// <summary>A <c>contract_id</c> of 2^62.</summary>
    HugeId,

    /// <summary>A <c>title</c> of 60 characters with markup and control characters.</summary>
    WildTitle,

    /// <summary>A row without <c>contract_id</c>.</summary>
    MissingId,

    /// <summary>A <c>date_expired</c> that is not a date.</summary>
    BadDate,
}
