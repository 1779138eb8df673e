namespace HangarBay.Domain.Market;

/// <summary>The one row that tells where the database's contracts come from (M11), and how often they changed.</summary>
public sealed class MarketState : IAggregateRoot
{
    public const int OnlyId = 1;
    public const int MaxSourceLength = 300;

    private MarketState() => Source = "";

    public MarketState(string source)
    {
        Id = OnlyId;
        Source = PlainText.Clean(source, MaxSourceLength);
    }

    public int Id { get; private set; }

    /// <summary><c>live</c>, or the sandbox's own description of itself.</summary>
    public string Source { get; private set; }

    /// <summary>Real contracts, from ESI itself or a proxy of it.</summary>
    public bool IsLive => Source.StartsWith("live", StringComparison.Ordinal);

    /// <summary><c>live</c> or <c>sample</c>.</summary>
    public string SourceKind => IsLive ? "live" : "sample";

    /// <summary>
    /// Rises by one with every commit that changes something visible. A reader who sees version n sees every row that is
    /// stamped with n or less.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>When <see cref="Version"/> last rose; null while nothing was ever stored.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>
    /// True while no writer is about to change the market. What was read of this row may then be used for a moment without reading it
    /// again. A writer marks the market as busy in a commit of its own, well before it changes anything.
    /// </summary>
    public bool IsSettled { get; private set; }

    /// <summary>The number of busy periods. It shows a writer that another process settled the market meanwhile.</summary>
    public long BusyPeriod { get; private set; }

    /// <summary>Checks that contracts come from this database's source, so that invented and real contracts never mix.</summary>
    /// <exception cref="SourceRefusedException">The database belongs to another source.</exception>
    public void Accept(string source)
    {
        if (PlainText.Clean(source, MaxSourceLength) != Source)
            throw new SourceRefusedException($"This database holds contracts of \"{Source}\"; contracts of \"{source}\" need a database of their own.");
    }
}
