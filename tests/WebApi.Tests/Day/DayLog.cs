using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>What the application said of a day: how often each of its own events, and every error in full.</summary>
internal sealed class DayLog(TimeProvider clock) : ILoggerProvider
{
    private readonly ConcurrentDictionary<int, int> _counts = [];
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly ConcurrentQueue<DateTimeOffset> _lateLines = [];

    /// <summary>A region was swept.</summary>
    public int Sweeps => _counts.GetValueOrDefault(2000);

    /// <summary>A sweep that did not count.</summary>
    public int KeptOldState => _counts.GetValueOrDefault(2001);

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Every warning and error.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>When lines were given up and asked for again because the answer took too long.</summary>
    public IReadOnlyCollection<DateTimeOffset> LateLines => _lateLines;

    public ILoggerFactory NewFactory() => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("HangarBay", LogLevel.Information)
        // As the application keeps its own log: whoever meets a database's fault reports it.
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        .AddFilter("Npgsql", LogLevel.None)
        .AddProvider(this));

    public ILogger CreateLogger(string categoryName) => new Book(this, categoryName);

    public void Dispose()
    {
        // Outlives the processes that write to it.
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
            if (logLevel >= LogLevel.Error) log._errors.Enqueue(line);
            if (logLevel >= LogLevel.Warning) log._lines.Enqueue(line);
        }
    }
}
