using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Esi;

/// <summary>ESI's words for what the domain knows; EVE Ref's files use the same.</summary>
internal static class EsiWords
{
    /// <summary>Null where the word is none we know (M9).</summary>
    public static ContractType? TypeOf(string? word) =>
        word is not null && WireWords.TryRead<ContractType>(word, out var type) ? type : null;
}
