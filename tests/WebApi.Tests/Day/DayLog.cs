using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>The application's log of a day: the number of each of its own events, and the text of every warning and error.</summary>
internal sealed class DayLog(TimeProvider clock) : ILoggerProvider
{
    private readonly ConcurrentDictionary<int, int> _counts = [];
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly ConcurrentQueue<DateTimeOffset> _lateLines = [];
    private readonly ConcurrentQueue<DateTimeOffset> _pauses = [];

    /// <summary>How many regions were swept.</summary>
    public int Sweeps => _counts.GetValueOrDefault(2000);

    /// <summary>How many sweeps did not count, so that the region kept its old state.</summary>
    public int KeptOldState => _counts.GetValueOrDefault(2001);

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Every warning and error.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The times at which a request for lines was given up and retried because the answer took too long.</summary>
    public IReadOnlyCollection<DateTimeOffset> LateLines => _lateLines;

    /// <summary>The times at which the application began or prolonged a pause of all its requests.</summary>
    public IReadOnlyCollection<DateTimeOffset> Pauses => _pauses;

    public ILoggerFactory NewFactory() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("HangarBay", LogLevel.Information)
        // As in the application's own log: the code that meets a database fault reports it.
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        .AddFilter("Npgsql", LogLevel.None)
        .AddProvider(this));

    public ILogger CreateLogger(string categoryName) => new Book(this, categoryName);

    public void Dispose()
    {
        // Nothing is disposed, because the log outlives the processes that write to it.
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private sealed class Book(DayLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            if (category.StartsWith("HangarBay", StringComparison.Ordinal)) log._counts.AddOrUpdate(eventId.Id, 1, (_, count) => count + 1);
            var line = $"{category}: {formatter(state, exception)} {exception}";
            if (line.Contains("/contracts/public/items/", StringComparison.Ordinal) && line.Contains("did not answer in full", StringComparison.Ordinal))
                log._lateLines.Enqueue(log.Now);
            if (line.Contains("Requests to ESI pause for all", StringComparison.Ordinal)) log._pauses.Enqueue(log.Now);
            if (logLevel >= LogLevel.Error) log._errors.Enqueue(line);
            if (logLevel >= LogLevel.Warning) log._lines.Enqueue(line);
        }
    }
}
