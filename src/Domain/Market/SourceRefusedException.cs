namespace HangarBay.Domain.Market;

/// <summary>
/// Contracts of this source may not come into this database (M11). Trying again is no use. The message is one sentence for the
/// operator and may name addresses.
/// </summary>
public sealed class SourceRefusedException(string message) : Exception(message);
