namespace HangarBay.Domain.Contracts;

/// <summary>What is known of a contract's lines.</summary>
public enum LinesState
{
    /// <summary>The contract's type has no lines.</summary>
    None,

    /// <summary>Known from the list, lines not read yet.</summary>
    Pending,

    /// <summary>Read. Lines never change, so they are never read again (M5).</summary>
    Read,

    /// <summary>
    /// Reading failed so often that the lines are not requested again before <see cref="Contract.RetryLines"/>: once a day, or when an
    /// operator asks.
    /// </summary>
    SetAside,
}

/// <summary>What follows from a <see cref="LinesState"/>.</summary>
public static class LinesStateRules
{
    /// <summary>The contract has lines, and they are not known yet (B2).</summary>
    public static bool IsUnread(this LinesState state) => state is LinesState.Pending or LinesState.SetAside;
}
