using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Limits;

/// <summary>How many requests one client may send; section <c>Api:RateLimit</c>.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "Api:RateLimit";

    /// <summary>Requests within a window; 0: no limit. Browsing comes nowhere near it.</summary>
    [Range(0, 10_000_000)]
    public int PermitLimit { get; set; } = 1200;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The number of steps in which the window slides.</summary>
    [Range(1, 100)]
    public int Segments { get; set; } = 6;
}
