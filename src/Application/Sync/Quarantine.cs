using HangarBay.Application.Abstractions;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync;

/// <summary>Sets unexpected data aside with a reason (M9); a repetition only raises the count. The caller saves.</summary>
internal sealed class Quarantine(IRepository<QuarantineEntry> entries, TimeProvider time)
{
    public async Task AddAsync(IReadOnlyCollection<Surprise> surprises, RegionId? region, CancellationToken cancellationToken)
    {
        if (surprises.Count == 0) return;

        var now = time.GetUtcNow();
        var fresh = surprises.Distinct().Select(surprise => new QuarantineEntry(surprise.Subject, surprise.Reason, region, now)).ToList();
        var known = (await entries.ListAsync(new EntriesAbout([.. fresh.Select(entry => entry.Subject)]), cancellationToken))
            .ToDictionary(entry => (entry.Subject, entry.Reason));
        foreach (var entry in fresh.DistinctBy(entry => (entry.Subject, entry.Reason)))
        {
            if (known.TryGetValue((entry.Subject, entry.Reason), out var stored)) stored.Recur(now);
            else entries.Add(entry);
        }
    }
}

/// <summary>Unexpected data that ESI sent or a file held: what it is about, and why it was set aside.</summary>
public sealed record Surprise(string Subject, string Reason);

public sealed class EntriesAbout : Specification<QuarantineEntry>
{
    public EntriesAbout(IReadOnlyCollection<string> subjects) => Query.Where(entry => subjects.Contains(entry.Subject));
}
