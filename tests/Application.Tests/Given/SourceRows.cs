using HangarBay.Application.Reference;
using HangarBay.Application.Sync;

namespace HangarBay.Application.Tests.Given;

/// <summary>Rows of a file, as an open source streams them.</summary>
internal static class SourceRows
{
    public static IAsyncEnumerable<SourceRow<T>> Of<T>(params IEnumerable<T> values)
        where T : class => values.Select(value => new SourceRow<T>(value, null)).ToAsyncEnumerable();

    /// <summary>A row that could not be kept.</summary>
    public static IAsyncEnumerable<SourceRow<T>> Unreadable<T>(string subject)
        where T : class => new[] { new SourceRow<T>(null, new Surprise(subject, "The row is unreadable.")) }.ToAsyncEnumerable();

    /// <summary>The file breaks off here.</summary>
    public static IAsyncEnumerable<SourceRow<T>> Damaged<T>(string reason)
        where T : class =>
        new[] { reason }.Select(SourceRow<T> (text) => throw new UnusableSourceException(text)).ToAsyncEnumerable();
}
