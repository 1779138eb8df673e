namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>One item row.</summary>
/// <param name="Included">Offered; false: asked for.</param>
/// <param name="ItemId">Null on requested rows: what is asked for does not exist yet.</param>
/// <param name="Copy">A blueprint copy.</param>
/// <param name="Runs">Of a copy.</param>
/// <param name="Material">Material efficiency of a blueprint; null where nothing is said of it.</param>
/// <param name="Time">Time efficiency of a blueprint; null where nothing is said of it.</param>
public sealed record Line(
    long RecordId, int TypeId, long Quantity, bool Included = true, long? ItemId = null, bool Copy = false, int? Runs = null, int? Material = null, int? Time = null);
