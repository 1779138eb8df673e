namespace HangarBay.Domain.Coverage;

/// <summary>How the last attempt to sweep a region ended.</summary>
public enum SweepOutcome
{
    /// <summary>Every page answered, of one generation; the difference is stored.</summary>
    Complete,

    /// <summary>Every page answered "not modified".</summary>
    Unchanged,

    /// <summary>A page was missing, torn or broken; the old state stands.</summary>
    Incomplete,

    /// <summary>The sweep would close suspiciously many contracts; it waits for the next generation to confirm it (M2).</summary>
    Held,

    /// <summary>The list was older than the one stored (M7).</summary>
    Superseded,

    /// <summary>Reading or storing the list failed, and the failure was no answer of ESI; the old state stands (M9).</summary>
    Failed,
}
