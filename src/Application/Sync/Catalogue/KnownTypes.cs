using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.Catalogue;

/// <summary>What one reading has learnt of types so far, so that the next batch need not ask the database again.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<TypeId, CatalogueEntry> _entries = [];

    /// <summary>Every line's type is known, or known to be unknown; before that nothing can be derived from the lines.</summary>
    public bool Cover(IEnumerable<ContractItem> lines) => lines.All(line => _entries.ContainsKey(line.TypeId));

    public IReadOnlyList<TypeId> Missing(IEnumerable<TypeId> ids) => [.. ids.Where(id => !_entries.ContainsKey(id))];

    public CatalogueEntry EntryOf(TypeId id) => _entries.GetValueOrDefault(id);

    public void Learn(IEnumerable<ItemType> types)
    {
        foreach (var type in types) _entries[type.Id] = CatalogueEntry.Of(type);
    }

    /// <summary>Gives the contract its lines. Null where it took them, else why it did not, as a sentence (M9).</summary>
    public string? Give(Contract contract, IReadOnlyList<ContractItem> lines)
    {
        try
        {
            contract.TakeItems(lines, EntryOf);
            return null;
        }
        catch (DomainException exception)
        {
            return exception.Message;
        }
    }
}
