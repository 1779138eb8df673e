using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The types' names in the form that is compared (B16).</summary>
internal sealed class TypeNames(KnownRows<TypeId, ItemType> types)
{
    public NameTexts Texts { get; } = NameTexts.Of(types, type => type.Name);

    /// <summary>The types whose name in the language, or in English, contains every term (B3).</summary>
    public HashSet<TypeId> Holding(IReadOnlyList<string> terms, Language language)
    {
        var found = new HashSet<TypeId>();
        Texts.Visit(terms, language, (code, _) => found.Add(types[code]));
        return found;
    }
}
