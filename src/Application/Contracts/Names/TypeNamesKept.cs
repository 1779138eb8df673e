using System.Collections.Concurrent;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Names;

/// <summary>In which version of the market a type last changed, and how many types there are: while both stay, so do the types' names.</summary>
internal sealed record TypeNamesVersion(long? ChangedIn, int Types);

/// <summary>The names that searches looked through, by language: the last version of each, however often the market changes meanwhile.</summary>
internal sealed class TypeNamesKept : IDisposable
{
    private readonly ConcurrentDictionary<Language, (TypeNamesVersion Version, SearchableNames Names)> _names = [];
    private readonly SemaphoreSlim _reading = new(1);

    /// <param name="language">Of the names.</param>
    /// <param name="version">What they are now.</param>
    /// <param name="read">Reads them; what is not whole yet is kept for nobody else.</param>
    /// <param name="cancellationToken">Stops the waiting and the reading.</param>
    public async Task<SearchableNames> ReadAsync(
        Language language,
        TypeNamesVersion version,
        Func<Language, CancellationToken, Task<(SearchableNames Names, bool IsWhole)>> read,
        CancellationToken cancellationToken)
    {
        if (Find(language, version) is { } known) return known;

        // One reads for all who wait.
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Find(language, version) is { } meanwhile) return meanwhile;
            var (names, isWhole) = await read(language, cancellationToken);
            if (isWhole) _names[language] = (version, names);
            return names;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private SearchableNames? Find(Language language, TypeNamesVersion version) =>
        _names.TryGetValue(language, out var kept) && kept.Version == version ? kept.Names : null;
}
