using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Limits;

/// <summary>How often one client may ask; section <c>Api:RateLimit</c>.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "Api:RateLimit";

    /// <summary>Requests in a window; 0: as often as they like. Nobody who browses comes near it.</summary>
    [Range(0, 10_000_000)]
    public int PermitLimit { get; set; } = 1200;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>In how many steps the window slides on.</summary>
    [Range(1, 100)]
    public int Segments { get; set; } = 6;
}
