using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using MediatR;

namespace HangarBay.Application.Contracts.FindingNames;

internal sealed class FindNamesHandler(MarketPin pin) : IRequestHandler<FindNames, FoundNames>
{
    public async Task<FoundNames> Handle(FindNames request, CancellationToken cancellationToken)
    {
        if (!request.IsAsking) return new FoundNames([], []);

        var view = (await pin.TakeAsync(cancellationToken)).View;
        List<NameSource> sources = [.. NameSources.Of(view, request.Lang).Where(source => request.Asks(source.Kinds))];
        var (normal, terms) = (SearchText.Normalise(request.Q!), SearchTerms.Of(request.Q!));
        // Quotes that make a phrase are no part of a name.
        var whole = normal.Contains('"') ? string.Join(' ', terms) : normal;
        var found = new List<FoundName>();
        foreach (var source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var best = new BestNames(FindNames.Most);
            foreach (var names in source.Texts.In(request.Lang)) best.Take(source, new NameSearch(names, whole, terms), distance: 0);
            found.AddRange(best.Tell());
        }

        if (found.Count > 0) return new FoundNames(found, []);
        return new FoundNames([], NearestNames.Find(sources, normal, request.Lang)) { Understood = new TextParts(sources, request.Lang).Read(normal) };
    }
}
