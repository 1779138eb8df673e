using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.Catalogue;

/// <summary>
/// The types asked for, but those for which ESI gave no answer; and those among them that ESI turned out not to know.
/// </summary>
internal sealed record CatalogueFill(IReadOnlyDictionary<TypeId, ItemType> Types, IReadOnlyList<TypeId> NewlyUnknown)
{
    /// <summary>Every line's type is known, or known to be unknown; before that nothing can be derived from the lines.</summary>
    public bool Covers(IEnumerable<ContractItem> lines) => lines.All(line => Types.ContainsKey(line.TypeId));

    public CatalogueEntry EntryOf(TypeId id) => Types.TryGetValue(id, out var type)
        ? new CatalogueEntry(type.CategoryId, type.Name?.In(Language.En))
        : default;
}
