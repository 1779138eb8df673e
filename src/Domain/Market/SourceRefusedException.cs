namespace HangarBay.Domain.Market;

/// <summary>
/// Contracts of this source may not be written to this database (M11). A retry cannot succeed. The message is one sentence for the operator
/// and may name addresses.
/// </summary>
public sealed class SourceRefusedException(string message) : Exception(message);
