using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Writes the limit on the scope's context, where the engines' interceptors find it, and wipes it off before the pool gets the context back.</summary>
internal sealed class ReadingLimit(HangarBayDbContext context) : IReadingLimit, IDisposable
{
    public void Set(TimeSpan limit) => context.ReadingLimit = limit;

    public void Dispose() => context.ReadingLimit = null;
}
