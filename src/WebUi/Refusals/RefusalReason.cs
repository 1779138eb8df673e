namespace HangarBay.WebUi.Refusals;

/// <summary>Why a field is refused. Each reason has a text: <c>Filters.Refused.</c> and its name.</summary>
public enum RefusalReason
{
    Amount,

    /// <summary>An amount in a unit that means two things in the reader's language.</summary>
    Ambiguous,
    Whole,
    Volume,
    Hours,
    Instant,
    Reversed,
    Search,
    Choice,
    TooMany,
    Page,
    Size,
}
