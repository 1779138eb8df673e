namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Migrations by name, oldest first.</summary>
/// <param name="Applied">Those the database has had.</param>
/// <param name="Pending">Those this version brings and the database lacks.</param>
/// <param name="Unknown">Those of <paramref name="Applied"/> that this version does not know: a newer one was here.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);
