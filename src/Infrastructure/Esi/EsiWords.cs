using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Esi;

/// <summary>Translates ESI's words to the domain's values. EVE Ref's files use the same words.</summary>
internal static class EsiWords
{
    /// <summary>The contract type; null if the word is not known (M9).</summary>
    public static ContractType? TypeOf(string? word) =>
        word is not null && WireWords.TryRead<ContractType>(word, out var type) ? type : null;
}
