using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync;

internal static class TakingLines
{
    /// <summary>Gives the contract its lines. Null where it took them, else why it did not, as a sentence (M9).</summary>
    public static string? TryTake(this Contract contract, IReadOnlyList<ContractLine> lines, Func<TypeId, CatalogueEntry> catalogue)
    {
        try
        {
            contract.TakeLines(lines, catalogue);
            return null;
        }
        catch (DomainException exception)
        {
            return exception.Message;
        }
    }
}
