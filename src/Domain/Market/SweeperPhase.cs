namespace HangarBay.Domain.Market;

/// <summary>What the sweeper is doing.</summary>
public enum SweeperPhase
{
    /// <summary>Nothing is due.</summary>
    Waiting,

    /// <summary>Reading regions' lists.</summary>
    Sweeping,

    /// <summary>Asking ESI for missing names.</summary>
    Naming,

    /// <summary>Reading the lines of contracts. The API and the database call it <c>reading_items</c>.</summary>
    ReadingItems,

    /// <summary>Any other work of a round.</summary>
    Working,

    /// <summary>Loading a seed archive into a new database.</summary>
    Seeding,
}
