namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One item row.</summary>
/// <param name="Included">True: offered; false: requested.</param>
/// <param name="ItemId">Null on requested rows, because the requested item does not exist yet.</param>
/// <param name="Copy">Whether it is a blueprint copy.</param>
/// <param name="Runs">The runs of a blueprint copy.</param>
/// <param name="Material">Material efficiency of a blueprint; null where the row does not have it.</param>
/// <param name="Time">Time efficiency of a blueprint; null where the row does not have it.</param>
public sealed record Line(
    long RecordId, int TypeId, long Quantity, bool Included = true, long? ItemId = null, bool Copy = false, int? Runs = null, int? Material = null, int? Time = null);
