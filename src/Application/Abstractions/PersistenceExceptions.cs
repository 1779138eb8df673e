namespace HangarBay.Application.Abstractions;

/// <summary>Another writer changed the row since it was loaded.</summary>
public sealed class ConcurrentChangeException(Exception inner)
    : Exception("Another process changed this in the meantime; load it again.", inner);

/// <summary>A row with the same key or unique value is there already.</summary>
public sealed class AlreadyExistsException(Exception inner) : Exception("This exists already.", inner);
