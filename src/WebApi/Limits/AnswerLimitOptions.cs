using System.ComponentModel.DataAnnotations;

namespace HangarBay.WebApi.Limits;

/// <summary>How many answers are made at once, and for how long for one client; section <c>Api:Answers</c>.</summary>
internal sealed class AnswerLimitOptions
{
    public const string Section = "Api:Answers";

    /// <summary>How many answers are made at once, of which one client's are half; null: as many as there are processors, and at least two. 0: any number.</summary>
    [Range(0, 1_000)]
    public int? AtOnce { get; set; }

    /// <summary>How many requests may wait for their turn, of which one client's are a quarter; more are refused.</summary>
    [Range(4, 10_000)]
    public int Waiting { get; set; } = 64;

    /// <summary>How long answers may be made for one client within a minute; zero: as long as they like. Nobody who browses comes near it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan TimeAMinute { get; set; } = TimeSpan.FromSeconds(20);
}
