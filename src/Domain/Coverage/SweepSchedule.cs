namespace HangarBay.Domain.Coverage;

/// <summary>
/// The times that an attempt to sweep sets. <see cref="ExpiresAt"/> is null where no page answered; <see cref="NextDueAt"/> adds floor,
/// ceiling and jitter to it (M4).
/// </summary>
public readonly record struct SweepSchedule(DateTimeOffset Now, DateTimeOffset? ExpiresAt, DateTimeOffset NextDueAt);
