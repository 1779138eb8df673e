namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Names of migrations, oldest first.</summary>
/// <param name="Applied">The migrations that were applied to the database.</param>
/// <param name="Pending">The migrations of this version that the database lacks.</param>
/// <param name="Unknown">Those of <paramref name="Applied"/> that this version does not know, because a newer version migrated.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);
