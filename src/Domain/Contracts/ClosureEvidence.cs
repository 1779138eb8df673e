namespace HangarBay.Domain.Contracts;

/// <summary>How a contract ended, as far as it was observed (M8).</summary>
public enum ClosureEvidence
{
    /// <summary>It left the list once its date had passed.</summary>
    Expired,

    /// <summary>It left the list before its date. It was accepted or withdrawn, and nothing tells which.</summary>
    GoneEarly,

    /// <summary>It left the list and nothing tells how: an auction in its last day, because ESI rounds its date up.</summary>
    Gone,

    /// <summary>An answer of ESI that was needed for another purpose said that it was accepted.</summary>
    Accepted,
}
