using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.Names;

/// <summary>Finds types by their name in the reader's language or in English (B3), in memory: names change seldom and are looked through all the time.</summary>
internal sealed class TypeNameSearch(IReadRepository<ItemType> types, TypeNamesKept kept)
{
    public async Task<IReadOnlyList<TypeId>> FindAsync(
        IReadOnlyList<string> terms, Language language, KeptMarket market, CancellationToken cancellationToken)
    {
        var version = market.TypeNames ??= await ReadVersionAsync(cancellationToken);
        var english = await kept.ReadAsync(Language.En, version, ReadAsync, cancellationToken);
        var found = english.Holding(terms);
        if (language != Language.En) found = found.Union((await kept.ReadAsync(language, version, ReadAsync, cancellationToken)).Holding(terms));
        return [.. found];
    }

    private async Task<TypeNamesVersion> ReadVersionAsync(CancellationToken cancellationToken) => new(
        await types.FirstOrDefaultAsync(new LastTypeChange(), cancellationToken),
        await types.CountAsync(new EveryType(), cancellationToken));

    /// <summary>A list with a type that lacks its English name is not whole and is not kept.</summary>
    private async Task<(SearchableNames Names, bool IsWhole)> ReadAsync(Language language, CancellationToken cancellationToken)
    {
        var names = await types.ListAsync(new TypeNamesIn(language), cancellationToken);
        var known = names.Where(name => name.Text is not null).ToList();
        return (new SearchableNames(known), language != Language.En || known.Count == names.Count);
    }
}
