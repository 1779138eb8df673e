using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Limits;

/// <summary>How many answers are made at once, and how much time one client may use; section <c>Api:Answers</c>.</summary>
internal sealed class AnswerLimitOptions
{
    public const string Section = "Api:Answers";

    /// <summary>
    /// How many answers are made at once; one client may have half of them. Null: one for each processor, and at least two. 0: no limit.
    /// </summary>
    [Range(0, 1_000)]
    public int? AtOnce { get; set; }

    /// <summary>How many requests may wait for their turn; a quarter of them may be one client's. More are refused.</summary>
    [Range(4, 10_000)]
    public int Waiting { get; set; } = 64;

    /// <summary>
    /// How much time the answers for one client may take within a minute; zero: no limit. Browsing comes nowhere near it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan TimeAMinute { get; set; } = TimeSpan.FromSeconds(20);
}
