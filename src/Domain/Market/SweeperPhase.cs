namespace HangarBay.Domain.Market;

/// <summary>What the sweeper is doing.</summary>
public enum SweeperPhase
{
    /// <summary>Nothing is due.</summary>
    Waiting,

    /// <summary>Reading regions' lists.</summary>
    Sweeping,

    /// <summary>Asking for names that are missing.</summary>
    Naming,

    /// <summary>Reading the lines of contracts; <c>reading_items</c> on the wire, and so it is stored.</summary>
    ReadingItems,

    /// <summary>Something else of a round.</summary>
    Working,

    /// <summary>Taking an archive into a new database.</summary>
    Seeding,
}
