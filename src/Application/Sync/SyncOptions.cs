using System.ComponentModel.DataAnnotations;

namespace HangarBay.Application.Sync;

/// <summary>How the sync paces itself; section <c>Sync</c>.</summary>
public sealed class SyncOptions
{
    public const string Section = "Sync";

    /// <summary>A region is never swept sooner than this after its last sweep.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Floor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait for the next sweep is never longer than this, whatever ESI says; <see cref="Jitter"/> is added to it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Ceiling { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Added at random to every due time, so that regions do not fall due together.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Jitter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a sweep waits for pages of an older generation to expire before it gives up (M2).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the background worker looks for regions that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Pages read at once in one region.</summary>
    [Range(1, 50)]
    public int PagesAtOnce { get; set; } = 8;

    /// <summary>Regions swept at once.</summary>
    [Range(1, 50)]
    public int RegionsAtOnce { get; set; } = 4;

    /// <summary>Contracts whose lines are read at once, as far as <c>Esi:MaxConcurrency</c> allows.</summary>
    [Range(1, 100)]
    public int ItemsAtOnce { get; set; } = 32;

    /// <summary>
    /// The most contracts whose lines may be read and not stored yet. A killed process loses these. At ESI's pace they are far fewer,
    /// because what was read is stored every second.
    /// </summary>
    [Range(1, 20_000)]
    public int ItemsBatch { get; set; } = 4000;

    /// <summary>An auction's bids are not read more often than this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan BidsFloor { get; set; } = TimeSpan.FromMinutes(10);
}
