using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Market;

/// <summary>The types that one change of the market has read so far.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<TypeId, CatalogueEntry> _entries = [];

    public IReadOnlyList<TypeId> Missing(IEnumerable<TypeId> ids) => [.. ids.Distinct().Where(id => !_entries.ContainsKey(id))];

    public CatalogueEntry EntryOf(TypeId id) => _entries.GetValueOrDefault(id);

    public void Learn(IEnumerable<ItemType> types)
    {
        foreach (var type in types) _entries[type.Id] = CatalogueEntry.Of(type);
    }
}
