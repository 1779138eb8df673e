namespace HangarBay.Application.Abstractions;

/// <summary>How long the database may think about each question that is asked in this scope. Whoever sets none may ask for long.</summary>
public interface IReadingLimit
{
    /// <summary>
    /// From now on every query is cut after this time, and as soon as it is cancelled, on both engines: the database itself
    /// stops working on it. From now on the scope can only read, too.
    /// </summary>
    void Set(TimeSpan limit);
}
