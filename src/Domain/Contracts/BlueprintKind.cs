namespace HangarBay.Domain.Contracts;

/// <summary>Which blueprints a contract offers.</summary>
public enum BlueprintKind
{
    /// <summary>Copies only.</summary>
    Copy,

    /// <summary>Originals only.</summary>
    Original,

    /// <summary>Copies and originals.</summary>
    Both,
}
