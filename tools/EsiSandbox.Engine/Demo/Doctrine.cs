using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>A ship and what is fitted to it and in its bays. A rack has no more modules than the hull has slots.</summary>
/// <param name="Name">As a player titles a contract with it: ASCII, at most 30 characters.</param>
/// <param name="Hold">Charges and drones.</param>
internal sealed record Doctrine(
    string Name,
    TypeFact Hull,
    IReadOnlyList<Stack> High,
    IReadOnlyList<Stack> Medium,
    IReadOnlyList<Stack> Low,
    IReadOnlyList<Stack> Rigs,
    IReadOnlyList<Stack> Hold)
{
    public IEnumerable<Stack> Fitted => [.. High, .. Medium, .. Low, .. Rigs];
}

internal readonly record struct Stack(TypeFact Type, int Quantity);
