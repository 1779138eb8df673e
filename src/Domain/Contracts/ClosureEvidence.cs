namespace HangarBay.Domain.Contracts;

/// <summary>How a contract ended, as far as it was seen and no further (M8).</summary>
public enum ClosureEvidence
{
    /// <summary>It left the list once its date had passed.</summary>
    Expired,

    /// <summary>It left the list early: accepted or withdrawn, which of the two is not known.</summary>
    GoneEarly,

    /// <summary>It left the list, and nothing tells how: an auction in its last day, as ESI rounds its date up.</summary>
    Gone,

    /// <summary>An answer we needed anyway said that it was accepted.</summary>
    Accepted,
}
