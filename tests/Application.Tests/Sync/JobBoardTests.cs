using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>A job that fails waits longer by itself, and is reported once.</summary>
public sealed class JobBoardTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly IDatabaseFaults _faults = Substitute.For<IDatabaseFaults>();
    private readonly Warnings _log = new();
    private readonly JobBoard _board;

    public JobBoardTests() => _board = new JobBoard(_faults, Measuring.Sync(), Options.Create(new SyncOptions { Poll = Poll }), _time, _log);

    [Fact]
    public async Task A_job_that_never_ran_is_due_and_one_that_ran_waits_for_its_pace()
    {
        Assert.True(_board.IsDue(JobName.Bids));

        Assert.Null(await RunAsync(JobName.Bids));

        Assert.Equal([false, false, true], DueAfter(JobName.Bids, TimeSpan.Zero, Poll - TimeSpan.FromTicks(1), TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task Pruning_has_a_pace_of_its_own()
    {
        await RunAsync(JobName.Prune);

        Assert.Equal([false, true], DueAfter(JobName.Prune, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_report_has_the_duration_of_the_job()
    {
        await _board.RunAsync(
            JobName.Names,
            _ =>
            {
                _time.Advance(TimeSpan.FromSeconds(3));
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(new JobReport(JobName.Names, Noon.AddSeconds(3), TimeSpan.FromSeconds(3), Noon.AddSeconds(18), 0, null), Assert.Single(_board.Reports));
    }

    [Fact]
    public async Task Each_failure_in_a_row_doubles_the_wait_to_ten_minutes_and_a_success_ends_them()
    {
        var waits = new List<double>();
        for (var failure = 1; failure <= 9; failure++)
        {
            await FailAsync(new EsiUnavailableException("ESI is away."));
            waits.Add((_board.Reports[0].NextDueAt - Noon).TotalSeconds);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 600, 600], waits);
        Assert.Equal((9, "ESI is away."), (_board.Reports[0].FailuresInRow, _board.Reports[0].LastError));

        await RunAsync(JobName.Lines);
        Assert.Equal((0, null), (_board.Reports[0].FailuresInRow, _board.Reports[0].LastError));
    }

    [Fact]
    public async Task A_failing_job_does_not_delay_the_others()
    {
        await FailAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal((false, true), (_board.IsDue(JobName.Lines), _board.IsDue(JobName.Sweeps)));
    }

    [Fact]
    public async Task The_same_failure_is_logged_once_and_again_after_another()
    {
        await FailAsync(new EsiUnavailableException("ESI is away."));
        await FailAsync(new EsiUnavailableException("ESI is away."));
        await FailAsync(new InvalidOperationException());
        await FailAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal([LogLevel.Warning, LogLevel.Error, LogLevel.Warning], _log.Levels);
    }

    [Fact]
    public async Task A_failure_that_several_jobs_meet_is_logged_once()
    {
        await FailAsync(new EsiUnavailableException("ESI is away."));
        await _board.RunAsync(JobName.Bids, _ => Task.FromException(new EsiUnavailableException("ESI is away.")), CancellationToken.None);

        Assert.Equal([LogLevel.Warning], _log.Levels);
        Assert.All(_board.Reports, report => Assert.Equal("ESI is away.", report.LastError));
    }

    [Fact]
    public async Task A_database_fault_is_reported_with_its_own_sentence()
    {
        var fault = new InvalidOperationException();
        _faults.Explain(fault).Returns(new DatabaseFault(DatabaseFaultKind.Full, "The database file is full."));

        Assert.Equal("The database file is full.", await FailAsync(fault));
        Assert.Equal([LogLevel.Warning], _log.Levels);
    }

    [Fact]
    public async Task An_exception_that_ends_the_round_is_no_failure_of_the_job()
    {
        await Assert.ThrowsAsync<SourceRefusedException>(() => FailAsync(new SourceRefusedException("Another one.")));
        await Assert.ThrowsAsync<SweeperLostException>(() => FailAsync(new SweeperLostException()));
        await Assert.ThrowsAsync<OperationCanceledException>(() => _board.RunAsync(JobName.Lines, _ => throw new OperationCanceledException(), new CancellationToken(canceled: true)));

        Assert.Empty(_board.Reports);
    }

    private Task<string?> RunAsync(JobName job) => _board.RunAsync(job, _ => Task.CompletedTask, CancellationToken.None);

    private Task<string?> FailAsync(Exception exception) => _board.RunAsync(JobName.Lines, _ => Task.FromException(exception), CancellationToken.None);

    /// <summary>Whether it is due after each of the waits in turn.</summary>
    private List<bool> DueAfter(JobName job, params TimeSpan[] waits)
    {
        var due = new List<bool>();
        foreach (var wait in waits)
        {
            _time.Advance(wait);
            due.Add(_board.IsDue(job));
        }

        return due;
    }

    private sealed class Warnings : ILogger<JobBoard>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Levels.Add(logLevel);
    }
}
