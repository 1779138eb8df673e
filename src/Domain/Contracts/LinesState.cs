namespace HangarBay.Domain.Contracts;

/// <summary>What is known of a contract's lines.</summary>
public enum LinesState
{
    /// <summary>The contract's type has no lines.</summary>
    None,

    /// <summary>Known from the list, lines not read yet.</summary>
    Pending,

    /// <summary>Read once and for all; lines never change (M5).</summary>
    Read,

    /// <summary>Asked in vain so often that it is not asked again until somebody says so.</summary>
    SetAside,
}

/// <summary>What follows from it.</summary>
public static class LinesStateRules
{
    /// <summary>There are lines, and they are not known (B2).</summary>
    public static bool IsUnread(this LinesState state) => state is LinesState.Pending or LinesState.SetAside;
}
