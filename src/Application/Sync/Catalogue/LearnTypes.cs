using HangarBay.Domain.Catalogue;
using MediatR;

namespace HangarBay.Application.Sync.Catalogue;

/// <summary>
/// Asks ESI for types without a name that lines mention, with their groups and categories (M10). Then it derives the contracts again that
/// offer them. At most a hundred types per call.
/// </summary>
/// <exception cref="Ports.EsiUnavailableException">ESI answered for none of them.</exception>
public sealed record LearnTypes : IRequest<TypesResult>;

/// <summary>How many types were asked for, zero where none is due; how many of them ESI does not know; and whether more may be due.</summary>
public sealed record TypesResult(int Asked, int Unknown = 0, bool MayBeMore = false);

/// <summary>Those of the types that have no name.</summary>
public sealed class NamelessTypes : Specification<ItemType, TypeId>
{
    public NamelessTypes(IReadOnlyCollection<TypeId> ids)
    {
        Query.Where(type => type.Name == null && ids.Contains(type.Id));
        Query.Select(type => type.Id);
    }
}

/// <summary>Types without a name that were not requested lately; those never requested come first.</summary>
public sealed class TypesToAsk : Specification<ItemType, TypeId>
{
    public TypesToAsk(DateTimeOffset before, int take)
    {
        Query.Where(type => type.Name == null && type.ReadAt <= before).OrderBy(type => type.ReadAt).ThenBy(type => type.Id).Take(take);
        Query.Select(type => type.Id);
    }
}
