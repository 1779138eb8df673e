namespace HangarBay.Domain.Reference;

/// <summary>What was imported.</summary>
public enum ImportKind
{
    /// <summary>CCP's Static Data Export.</summary>
    StaticData,

    /// <summary>Names of public structures.</summary>
    Structures,

    /// <summary>The archive of contracts that a new database starts from.</summary>
    Seed,
}
